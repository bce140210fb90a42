"""How each report is made, and where it goes."""
