"""What editors make of the JSON Schemas."""
