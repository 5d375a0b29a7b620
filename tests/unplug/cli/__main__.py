"""unplug's command line without its windows, as a program of its own."""

from pathlib import Path

import click

from unplug.cli.main import main
from unplug.clock import Clock


class NoFront:
    """Nothing to show."""

    def start(self, folder: Path) -> int:
        """Say where the tray would have started."""
        click.echo(f"front started in {folder}")
        return 0

    def draw_views(self, folder: Path, target: Path, clock: Clock) -> list[Path]:  # noqa: ARG002
        """Draw a folder in one image."""
        drawn = target / "view.png"
        target.mkdir(parents=True, exist_ok=True)
        drawn.write_bytes(str(sorted(path.name for path in folder.iterdir())).encode())
        return [drawn]


if __name__ == "__main__":
    main(NoFront())
