"""Addresses: which are taken, and that no error quotes anything of one."""

import pytest

from okrcli.connect.address import Address, parse_address
from okrcli.errors import UsageError
from tests.connect.webhook import SECRET

_HOOK = f"https://hooks.example{SECRET}"


@pytest.mark.parametrize(
    "text",
    [
        _HOOK,
        f"{_HOOK}\n",
        f"  {_HOOK}?a=b&c=%20 \r\n",
        f"http://localhost:8065{SECRET}",
        f"http://127.0.0.1{SECRET}",
        f"http://[::1]:80{SECRET}",
    ],
)
def test_what_is_taken(text: str) -> None:
    assert parse_address(text, "X") == Address(text.strip())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it is empty"),
        ("  \n", "it is empty"),
        (f"{_HOOK}\n{_HOOK}", "several lines"),
        (f"{_HOOK}\x0b{_HOOK}", "several lines"),
        (f"http://hooks.example{SECRET}", "only https://"),
        (f"http://127.0.0.1.example{SECRET}", "only https://"),
        (f"ftp://hooks.example{SECRET}", "does not begin with https://"),
        (f"hooks.example{SECRET}", "names no host"),
        (f"https://{SECRET}", "names no host"),
        (f"https://me:SECRET@hooks.example{SECRET}", "a user or a password"),
        (f"https://SECRET@hooks.example{SECRET}", "a user or a password"),
        (f"https://hooks.example:99999{SECRET}", "names no host"),
        (f"https://[::1{SECRET}", "names no host"),
        (f"https://hooks.example{SECRET} x", "a character that no address has"),
        (f"https://hooks.example{SECRET}\x00", "a character that no address has"),
        (f"https://hooks.example\\@evil{SECRET}", "a character that no address has"),
        (f"https://höoks.example{SECRET}", "a character that no address has"),
        (f'"{_HOOK}"', "a character that no address has"),
        (f"https://hooks.example{SECRET}" * 200, "longer than"),
    ],
)
def test_what_is_refused_is_not_quoted(text: str, fault: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_address(text, "OKR_WEBHOOK_URL")
    error = caught.value
    assert error.message.startswith("OKR_WEBHOOK_URL does not hold the address of a webhook: ")
    assert fault in error.message
    for word in ("SECRET", "hooks", "example"):
        assert word not in f"{error.message} {error.hint}"


def test_an_address_never_shows_itself() -> None:
    assert repr(Address(_HOOK)) == str(Address(_HOOK)) == "Address(…)"
    assert f"{Address(_HOOK)}" == "Address(…)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no_service", False),
        ("invalid_payload", False),
        ("no hook at T0SECRET", True),
        ("no hook at t0secret", True),
        ("HTTPS", True),
        ("/services/x", True),
    ],
)
def test_a_text_with_a_piece_of_the_address_is_known(text: str, told: bool) -> None:  # noqa: FBT001
    assert Address(_HOOK).is_told_by(text) is told


def test_a_piece_that_is_written_otherwise_is_known() -> None:
    address = Address("https://hooks.example/a%53ECRET/x")
    assert address.is_told_by("no aSECRET")
