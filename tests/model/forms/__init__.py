"""What may be written, checked as JSON."""
