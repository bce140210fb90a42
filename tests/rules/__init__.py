"""The rules, driven by the one tuple, and the machinery around them."""
