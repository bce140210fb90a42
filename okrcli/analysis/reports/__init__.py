"""What the reports for people say, before a format gives it a form."""
