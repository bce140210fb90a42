"""The JSON Schemas that are shipped; `compile` writes them, and a test keeps them current."""

from pathlib import Path


def schema_text(name: str) -> str:
    """Give a schema as JSON."""
    folder = Path(__file__).parents[1] / "schemas"
    return (folder / f"{name}.json").read_text(encoding="utf-8")
