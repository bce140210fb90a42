"""What was learned, one file a format."""
