"""Sheets: the numbers of a report in columns, to be kept for the next time."""
