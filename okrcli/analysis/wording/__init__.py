"""Judging the words of a title: English only, by lists and shapes, the same on every day.

A text is cut into words (`title`), its numbers are told from its names (`amounts`), its parts are
found (`clauses`); `objective`, `key_result` and `contradiction` judge. Where in doubt, they are
silent. What they give are the user's own words, so that a rule can say what made it speak.
"""
