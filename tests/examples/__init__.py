"""Tests of the example company."""
