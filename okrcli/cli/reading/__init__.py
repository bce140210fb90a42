"""What commands that only read are made of: a question, its answer, and how it is written."""
