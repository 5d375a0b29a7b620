"""``unplug export``: everything that is recorded, into a folder."""

from pathlib import Path

import click

from unplug.engine.screen_time.exporting import FORMATS
from unplug.engine.screen_time.exporting import export as write_all


@click.command()
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder; made where it is missing.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="json", help="How."
)
@click.pass_obj
def export(folder: Path, target: Path, form: str) -> None:
    """Write all that is recorded to a folder, to keep or to use elsewhere."""
    for path in write_all(folder, target, form):
        click.echo(path)
