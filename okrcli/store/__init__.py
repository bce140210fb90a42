"""YAML and TOML on disk <-> the model: discovery, settings, reading, and what is wrong in it."""
