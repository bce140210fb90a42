"""Write files of a workspace; nothing that is there already is touched."""

from collections.abc import Mapping
from pathlib import Path

from okrcli.errors import OkrError


def create_files(root: Path, files: Mapping[str, str]) -> list[str]:
    """Create the files that do not exist yet; return their paths."""
    created = []
    for path, text in files.items():
        target = root / path
        if target.exists():
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise OkrError(f"{target} cannot be written: {error.strerror or error}") from error
        created.append(path)
    return created
