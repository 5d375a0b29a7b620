"""``unplug demo``: a believable month in a throw-away folder."""

import tempfile
from pathlib import Path

import click

from unplug.cli.front import Front
from unplug.clock import SystemClock
from unplug.engine.demo.month import afternoon, furnish


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
        folder, clock = Path(name), SystemClock()
        if screenshots is not None:
            then = afternoon(clock)
            furnish(folder, then)
            for path in front.draw_views(folder, screenshots, then):
                click.echo(path)
            return
        furnish(folder, clock)
        click.echo(f"a made-up month, in {folder} until you quit", err=True)
        context.exit(front.start(folder))
