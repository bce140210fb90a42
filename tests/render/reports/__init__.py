"""Each report as a page, and its facts as JSON."""
