"""The numbers, and what names what."""
