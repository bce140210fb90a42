"""Who has taken on how much, and who owes what."""
