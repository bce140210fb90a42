"""What must stay healthy, one file a format."""
