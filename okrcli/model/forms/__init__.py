"""What may be written in a file: pydantic models, strict, each field with a description.

They are the one definition of the format. JSON Schema and the pages of docs are generated from
them, and so is `store/compiled.json`, by which files are checked without importing pydantic.
"""
