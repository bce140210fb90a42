"""The demo with all its defaults, built once."""

from __future__ import annotations

import pytest

from tests.demo.repository import Demo


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Return the demo with all its defaults."""
    return Demo(tmp_path_factory.mktemp("demo"))
