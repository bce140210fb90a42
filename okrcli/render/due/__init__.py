"""Who owes a check-in, one file a format."""
