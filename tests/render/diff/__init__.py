"""How goals differ, one file a format."""
