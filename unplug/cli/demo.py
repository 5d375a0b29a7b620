"""``unplug demo``: a believable month in a throw-away folder."""

import tempfile
from pathlib import Path

import click

from unplug.cli.front import Front
from unplug.clock import SystemClock
from unplug.engine.demo import furnish


@click.command()
@click.option(
    "--screenshots",
    type=click.Path(file_okay=False, path_type=Path),
    help="Draw every view into this folder instead of opening the app.",
)
@click.pass_context
def demo(context: click.Context, screenshots: Path | None) -> None:
    """Look at unplug with a month of somebody made up; your own data is not touched."""
    front: Front = context.find_root().meta["unplug.front"]
    with tempfile.TemporaryDirectory(prefix="unplug-demo-") as name:
        folder = Path(name)
        furnish(folder, SystemClock())
        if screenshots is not None:
            for path in front.draw_views(folder, screenshots):
                click.echo(path)
            return
        click.echo(f"a made-up month, in {folder} until you quit", err=True)
        context.exit(front.start(folder))
