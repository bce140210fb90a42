"""Which forge a repository is at home on."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

_HOST = re.compile(r"^(?:[a-z+]+://)?(?:[^@/]*@)?([^/:]+)", re.IGNORECASE)


class Forge(StrEnum):
    """Where a repository is at home."""

    GITHUB = "github"
    GITLAB = "gitlab"


_SIGNS = {Forge.GITHUB: (".github",), Forge.GITLAB: (".gitlab-ci.yml", ".gitlab")}


def forge_of(remotes: Iterable[str], is_there: Callable[[str], bool]) -> Forge | None:
    """Tell the forge from the hosts of the remotes, else from its folders; None where unclear."""
    hosts = [_host(remote) for remote in remotes]
    named = [forge for forge in Forge if any(forge in host for host in hosts)]
    signed = [forge for forge in Forge if any(map(is_there, _SIGNS[forge]))]
    found = named or signed
    return found[0] if len(found) == 1 else None


def _host(remote: str) -> str:
    found = _HOST.match(remote)
    return found[1].casefold() if found else ""
