"""Markdown: text that means nothing but itself, tables, and how a page begins."""
