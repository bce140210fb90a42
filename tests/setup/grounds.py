"""Grounds to propose for: files by their paths, in memory."""

from collections.abc import Mapping
from typing import Any

import yaml_rs

from okrcli.model.workspace import Workspace
from okrcli.setup.forge import Forge
from okrcli.setup.ground import Ground
from okrcli.setup.proposal import Proposal


def ground(
    files: Mapping[str, bytes] | None = None,
    *,
    workspace: Workspace | None = None,
    prefix: str = "",
    forge: Forge | None = Forge.GITHUB,
    driver: str | None = None,
) -> Ground:
    """Give a ground on which only these files are."""
    return Ground(
        workspace or Workspace(), prefix, forge, dict(files or {}).get, lambda _name: driver
    )


def text(proposal: Proposal, path: str) -> str:
    """Give what a file is to be."""
    new = proposal.changes[path].new
    assert new is not None
    return new.decode()


def values(content: str | bytes) -> Any:  # noqa: ANN401 - any YAML
    """Read the values of a YAML text."""
    return yaml_rs.loads(content if isinstance(content, str) else content.decode())


def read(proposal: Proposal, path: str) -> Any:  # noqa: ANN401 - any YAML
    """Read the YAML that a file is to be."""
    return values(text(proposal, path))
