"""Tests of byte-exact editing."""
