"""The story of a goal: what was promised, said and changed, and when."""
