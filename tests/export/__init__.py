"""Tests of files of facts."""
