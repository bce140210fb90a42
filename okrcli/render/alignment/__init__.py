"""How much of the work leads to the vision, one file a format."""
