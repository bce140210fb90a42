"""A report before a format gives it a form, and one file a format."""
