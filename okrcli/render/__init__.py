"""Results -> text: a folder a subject, a file a format. Nothing here computes, sorts or reads.

Beneath them lie the words and signs of all (`words`, `numbers`, `glyphs`), and what a `terminal`
and `markdown` need; `pages` writes any report of `reports`.
"""
