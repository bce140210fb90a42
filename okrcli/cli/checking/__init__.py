"""What lint, audit and diff are made of."""
