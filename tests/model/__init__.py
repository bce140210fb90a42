"""Tests of what an OKR is."""
