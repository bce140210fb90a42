"""Alignment: which objective works for which, on which way, up to the vision."""
