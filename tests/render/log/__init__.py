"""The story of goals, one file a format."""
