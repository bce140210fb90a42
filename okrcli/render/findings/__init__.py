"""Findings, one file a format."""
