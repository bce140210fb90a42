"""Measure: key results whose numbers prove something."""
