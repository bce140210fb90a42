"""What a command says to whoever checks in or changes a promise."""
