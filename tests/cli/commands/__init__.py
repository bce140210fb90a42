"""Each command, as a user starts it."""
