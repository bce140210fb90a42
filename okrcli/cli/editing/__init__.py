"""What commands that change files are made of: a subject, its edits, and how they are written."""
