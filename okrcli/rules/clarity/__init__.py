"""Clarity: objectives that say where to go."""
