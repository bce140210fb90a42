"""The address of a webhook: a secret, so that no message ever quotes any of it."""

import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from okrcli.errors import UsageError

LONGEST = 4096
_LETTERS = re.compile(r"[\w.~:/?#\[\]@!$&'()*+,;=%-]+", re.ASCII)  # those of RFC 3986
_TELLING = 4  # letters from which a piece of an address may tell something


class Address(NamedTuple):
    """Where to send to; it never shows itself."""

    url: str

    def __repr__(self) -> str:
        """Stand for an address without showing it."""
        return "Address(…)"

    @property
    def host(self) -> str:
        """Give the name of the machine."""
        return urlsplit(self.url).hostname or ""

    def is_told_by(self, text: str) -> bool:
        """Tell whether a text has any piece of the address in it."""
        known = text.casefold()
        pieces = re.split(r"[\W_]+", f"{self.url} {unquote(self.url)}".casefold())
        return any(piece in known for piece in pieces if len(piece) >= _TELLING)


def parse_address(text: str, where: str) -> Address:
    """Read an address; an error says where it came from and what is wrong, never what it is."""
    fault = _fault(text.strip())
    if fault is None:
        return Address(text.strip())
    raise UsageError(
        f"{where} does not hold the address of a webhook: {fault}",
        "give it the address that the service shows, and nothing else",
    )


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _fault(text: str) -> str | None:
    if not text:
        return "it is empty"
    if len(text.splitlines()) > 1:
        return "it has several lines"
    if len(text) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    if _LETTERS.fullmatch(text) is None:
        return "it has a character that no address has"
    try:
        parts = urlsplit(text)
        known = bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    return _fault_in(parts) if known else "it names no host"


def _fault_in(parts: SplitResult) -> str | None:
    if parts.username is not None or parts.password is not None:
        return "it has a user or a password in it"
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        return "it begins with http://, and only https:// keeps it secret on its way"
    if parts.scheme not in {"https", "http"}:
        return "it does not begin with https://"
    return None
