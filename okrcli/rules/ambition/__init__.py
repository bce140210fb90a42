"""Ambition: goals that stretch, over time."""
