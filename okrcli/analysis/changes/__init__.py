"""How two states of the goals differ, by meaning and not by line."""
