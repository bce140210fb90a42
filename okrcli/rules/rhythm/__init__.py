"""Rhythm: check-ins that come in time, and say what is believed."""
