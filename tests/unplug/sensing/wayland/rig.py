"""A fake compositor in place of the desktop's own, and how to listen to it."""

import select
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.fake_compositor import FakeCompositor
from unplug.sensing.facts import Fact
from unplug.sensing.source import Source

StartCompositor = Callable[..., FakeCompositor]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StartCompositor]:
    """Starts a compositor as the session's own; it ends with the test."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    with ExitStack() as stack:

        def start_one(**options: Any) -> FakeCompositor:  # noqa: ANN401  (passed on)
            compositor = FakeCompositor(tmp_path / "wayland-7", **options)
            return stack.enter_context(compositor)

        yield start_one


def hear(source: Source, compositor: FakeCompositor) -> list[Fact]:
    """All that a source says until it and the compositor have nothing left to do."""
    poller = select.poll()
    poller.register(source.fileno(), select.POLLIN)
    facts: list[Fact] = []
    while True:
        facts += source.dispatch()
        compositor.work()
        if not poller.poll(0):
            return facts
