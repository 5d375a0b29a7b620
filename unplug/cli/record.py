"""``unplug record``: write what the desktop says as JSON lines; no database."""

from pathlib import Path

import click

from unplug.cli import loop
from unplug.clock import SystemClock
from unplug.engine.screen_time.recording import Recording


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def record(folder: Path, file: Path) -> None:
    """Write what the desktop says to FILE, until Ctrl-C."""
    with Recording(file, folder, SystemClock()) as recording:
        click.echo(f"recording into {file}; Ctrl-C ends it", err=True)
        loop.run(recording)
