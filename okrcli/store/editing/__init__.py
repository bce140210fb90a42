"""Byte-exact edits of OKR files: only what was asked for changes, every other byte stays.

`edits` says what can be asked for, `edited` does it, `changes` writes the files.
"""
