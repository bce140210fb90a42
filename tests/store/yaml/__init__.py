"""YAML: text into plain data, where each value stands, and what is refused."""
