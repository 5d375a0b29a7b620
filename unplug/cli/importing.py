"""``unplug import``: another program's data."""

from pathlib import Path

import click

from unplug.cli.output import json_option, print_json
from unplug.clock import SystemClock
from unplug.engine.screen_time.importing import import_activitywatch


@click.group("import")
def import_() -> None:
    """Take in another program's data; what is here already stays as it is."""


@import_.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def activitywatch(folder: Path, file: Path, *, as_json: bool) -> None:
    """Take in what ActivityWatch exported to FILE."""
    done = import_activitywatch(folder, file, SystemClock())
    if as_json:
        print_json(
            {"events": done.events, "spans": done.spans, "problems": done.problems}
        )
        return
    click.echo(f"read {done.events} events, added {done.spans} stretches of time")
    for problem in done.problems:
        click.echo(f"  {problem}", err=True)
