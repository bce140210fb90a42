"""A webhook for the tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.connect.webhook import Webhook, webhook


@pytest.fixture
def hook() -> Iterator[Webhook]:
    """Give a webhook on this machine."""
    with webhook() as server:
        yield server
