"""Compare the product's numbers with an independent second implementation."""
