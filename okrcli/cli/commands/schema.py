"""`okr schema`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from enum import StrEnum
from typing import Annotated

from typer import Argument

from okrcli.cli.session import Session


class Document(StrEnum):
    """What a file can be."""

    ANY = "any"
    OKR = "okr"
    ORGANIZATION = "organization"
    KPIS = "kpis"
    SETTINGS = "settings"


Kind = Annotated[
    Document, Argument(help="An OKR file, another kind of file, or any file of the OKR folder.")
]


def schema(document: Kind = Document.ANY) -> int:
    """Print a JSON Schema, so that an editor completes and checks.

    Save it in the repository, and tell the editor which files it is for:
    `okr schema > .okr.schema.json`.
    """
    from okrcli.store.schemas import schema_text

    Session.here().emit(schema_text(document))
    return 0
