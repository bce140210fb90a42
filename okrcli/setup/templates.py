"""The files that are written as they are kept here, with few words filled in."""

import json
from importlib.resources import files

from okrcli import __version__
from okrcli.setup.ground import Ground


def filled(name: str, ground: Ground) -> bytes:
    """Give a template, filled in for a workspace."""
    text = files("okrcli.setup").joinpath("templates", name).read_text("utf-8")
    text = text.replace("@REQUIREMENT@", requirement(__version__))
    return text.replace("@FOLDER@", json.dumps(ground.folder, ensure_ascii=False)).encode()


def requirement(version: str) -> str:
    """Give what pip is to install: this version or a later one that does not break anything."""
    major, minor = map(int, version.split(".")[:2])
    end = f"0.{minor + 1}" if major == 0 else f"{major + 1}"
    return f"okrcli>={major}.{minor},<{end}"
