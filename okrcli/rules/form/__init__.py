"""Form: what every file must be before its goals can be judged."""
