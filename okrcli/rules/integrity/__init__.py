"""Integrity: promises that stay what they were, and a record that can be believed."""
