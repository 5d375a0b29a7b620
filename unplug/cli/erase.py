"""``unplug erase``: erase what unplug knows."""

import sys
from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.clock import SystemClock
from unplug.engine.erasing import erase_everything


@click.command()
@click.option("--everything", is_flag=True, help="All that is recorded, copies too.")
@click.option("--person", metavar="NAME", help="One person, everywhere.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def erase(folder: Path, *, person: str | None, everything: bool, yes: bool) -> None:
    """Erase what unplug knows; it cannot be brought back."""
    if everything == (person is not None):
        failed = "say what to erase: either --person NAME or --everything"
        raise click.UsageError(failed)
    if person is not None:
        from unplug.cli.people_forgetting import forget_named  # noqa: PLC0415  (slow)

        forget_named(folder, SystemClock(), person, ask=not yes)
        return
    if not yes and sys.stdin.isatty():
        click.confirm(f"Erase all that is recorded in {folder}?", abort=True, err=True)
    stays = erase_everything(folder, SystemClock())
    click.echo(f"erased all that was recorded in {folder}", err=True)
    if stays:
        click.echo(printable(f"note: {stays}"), err=True)
