"""Focus: few goals, and an order among them."""
