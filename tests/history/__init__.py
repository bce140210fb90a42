"""Tests of the history, on real repositories."""
