"""Tests of okrcli.connect."""
