"""Tests of the rules that need the clock or the history, each on real git histories."""
