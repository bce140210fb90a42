"""Asking git: one hardened prefix, a clean environment, and what it prints."""
