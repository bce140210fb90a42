"""One goal, one file a format."""
