"""What is shown, as golden files and as properties."""
