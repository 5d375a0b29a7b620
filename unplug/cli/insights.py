"""``unplug insights``: what screen time, people and mood say when seen together."""

from pathlib import Path

import click

from unplug.cli.output import json_option, print_json
from unplug.clock import SystemClock
from unplug.engine.patterns.insights import evidence_as_json, insights_of
from unplug.sensing.desktop_entries import DesktopEntries
from unplug.usage.insights.words import offer, sentence

NOTHING = "no clear pattern this week"


@click.command()
@json_option
@click.pass_obj
def insights(folder: Path, *, as_json: bool) -> None:
    """Say what stands out, at most three things a week, and what it rests on."""
    clock = SystemClock()
    name_of = DesktopEntries().display_name
    found = insights_of(folder, clock.stamp().utc, clock.zone())
    if as_json:
        rows = [
            {
                "kind": insight.kind.value,
                "sentence": sentence(insight, name_of),
                "n": insight.n,
                "evidence": [evidence_as_json(row) for row in insight.evidence],
            }
            for insight in found
        ]
        print_json(rows)
        return
    for insight in found:
        click.echo(sentence(insight, name_of))
        click.echo(f"  {offer(insight.action, name_of)}")
    if not found:
        click.echo(NOTHING)
