"""Following goals through commits: who said what, which goal is which, and since when."""
