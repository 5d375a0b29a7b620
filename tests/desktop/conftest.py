"""Private desktops as fixtures; each test gets a fresh one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.rigs import SwayDesktop, X11Desktop, sway_desktop, x11_desktop

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.desktop)


@pytest.fixture
def x11() -> Iterator[X11Desktop]:
    with x11_desktop() as desktop:
        yield desktop


@pytest.fixture
def sway() -> Iterator[SwayDesktop]:
    with sway_desktop() as desktop:
        yield desktop
