"""``unplug doctor``: what serves each signal here, what is missing, and integrity."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unplug.cli.output import json_option, print_json
from unplug.clock import SystemClock
from unplug.engine import examining
from unplug.engine.examining import Finding

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_STEPS = 1000


@click.command()
@click.option("--rebuild", is_flag=True, help="Work out all totals again.")
@click.option(
    "--install-gnome-extension",
    "gnome",
    is_flag=True,
    help="Let GNOME Shell say which window has the focus.",
)
@json_option
@click.pass_obj
def doctor(folder: Path, *, rebuild: bool, gnome: bool, as_json: bool) -> None:
    """Say what serves each signal here, what is missing and how to get it."""
    if gnome:
        where = examining.install_gnome_extension()
        click.echo(f"installed {where}", err=True)
        click.echo(
            "log out and in, then run: gnome-extensions enable unplug@unplug.app",
            err=True,
        )
        return
    if rebuild:
        _rebuild(folder)
    signals = examining.signals(folder)
    health = examining.health(folder)
    if as_json:
        print_json(
            {"signals": [_told(finding) for finding in signals], "database": health}
        )
    else:
        _print(signals, health)
    if health["damaged"]:
        sys.exit(1)


def _rebuild(folder: Path) -> None:
    with ExitStack() as shown:
        bar: ProgressBar[int] | None = None

        def progress(part: float) -> None:
            nonlocal bar
            if bar is None:  # only now is it sure that there is something to do
                bar = shown.enter_context(
                    click.progressbar(
                        length=_STEPS, label="rebuilding", file=sys.stderr
                    )
                )
            bar.update(round(part * _STEPS) - bar.pos)

        examining.rebuild(folder, SystemClock(), progress)


def _told(finding: Finding) -> dict[str, object]:
    return {
        "signal": finding.signal,
        "served_by": list(finding.served_by),
        "missing": list(finding.missing),
    }


def _print(signals: tuple[Finding, ...], health: dict[str, object]) -> None:
    for finding in signals:
        served = ", ".join(finding.served_by) or "nobody"
        click.echo(f"{finding.signal}: {served}")
        if not finding.served_by:
            for missing in finding.missing:
                click.echo(f"  {missing}")
    click.echo(f"database: {health['says']}")
