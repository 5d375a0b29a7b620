"""``unplug erase``: erase what unplug knows."""

import sys
from pathlib import Path

import click

from unplug.clock import SystemClock
from unplug.engine.erasing import erase_everything


@click.command()
@click.option("--everything", is_flag=True, help="All that is recorded, copies too.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def erase(folder: Path, *, everything: bool, yes: bool) -> None:
    """Erase what unplug knows; it cannot be brought back."""
    if not everything:
        failed = "say what to erase, for example --everything"
        raise click.UsageError(failed)
    if not yes and sys.stdin.isatty():
        click.confirm(f"Erase all that is recorded in {folder}?", abort=True, err=True)
    erase_everything(folder, SystemClock())
    click.echo(f"erased all that was recorded in {folder}", err=True)
