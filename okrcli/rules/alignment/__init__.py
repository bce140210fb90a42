"""Alignment: goals that lead where everybody goes."""
