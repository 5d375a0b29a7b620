"""``unplug status``: the present in short."""

from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.clock import SystemClock
from unplug.engine.present import present
from unplug.engine.status import sentences


@click.command()
@json_option
@click.pass_obj
def status(folder: Path, *, as_json: bool) -> None:
    """Show the present in short."""
    told = present(folder, SystemClock())
    if as_json:
        print_json(told)
    else:
        click.echo("\n".join(map(printable, sentences(told))))
