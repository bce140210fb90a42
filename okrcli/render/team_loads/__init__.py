"""What each team has taken on, one file a format."""
