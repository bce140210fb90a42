"""The demo, built with the real git."""
