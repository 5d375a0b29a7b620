"""``unplug track``: track in this terminal, no tray, until Ctrl-C."""

from pathlib import Path

import click

from unplug import durations
from unplug.cli import loop
from unplug.clock import SystemClock
from unplug.engine.assembly import Tracking


@click.command()
@click.pass_obj
def track(folder: Path) -> None:
    """Track in this terminal, without a tray, until Ctrl-C."""
    with Tracking(folder, SystemClock()) as tracking:
        for notice in tracking.snapshot().notices:
            click.echo(f"unplug: {notice}", err=True)
        click.echo(f"tracking into {folder}; Ctrl-C ends it", err=True)
        loop.run(tracking)
        screen = durations.for_people(tracking.snapshot().screen_ms)
    click.echo(f"{screen} of screen time today", err=True)
