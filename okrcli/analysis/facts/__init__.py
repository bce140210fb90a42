"""The facts of an organization as tables with a schema."""
