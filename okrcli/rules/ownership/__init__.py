"""Ownership: one person who answers for each goal."""
