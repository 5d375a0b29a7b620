"""``unplug track``: track in this terminal, no tray, until Ctrl-C."""

from pathlib import Path

import click

from unplug import durations
from unplug.cli import loop
from unplug.cli.columns import printable
from unplug.cli.stage import TerminalStage
from unplug.clock import SystemClock
from unplug.engine.app import App
from unplug.engine.sessions.desk_stage import desk_stage


@click.command()
@click.pass_obj
def track(folder: Path) -> None:
    """Track in this terminal, without a tray, until Ctrl-C."""
    stage = TerminalStage(lambda line: click.echo(printable(line), err=True))
    desk = desk_stage(folder)
    with App(folder, SystemClock(), stage=stage, desk=desk) as app:
        for notice in app.snapshot().notices:
            click.echo(f"unplug: {notice}", err=True)
        click.echo(f"tracking into {folder}; Ctrl-C ends it", err=True)
        loop.run(app)
        screen = durations.for_people(app.snapshot().screen_ms)
    click.echo(f"{screen} of screen time today", err=True)
