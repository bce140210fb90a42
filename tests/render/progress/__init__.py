"""Progress, one file a format."""
