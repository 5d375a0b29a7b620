"""``unplug replay``: what a recording adds up to; touches no database."""

from datetime import timedelta, timezone
from pathlib import Path

import click

from unplug import durations
from unplug.cli.output import print_json
from unplug.clock import from_ms
from unplug.engine.screen_time.replaying import replay as replayed
from unplug.usage.states import ScreenSpan, State
from unplug.usage.totals import Totals


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--idle-after", default="120s", help="Idle without input for this long.")
@click.option("--json", "_as_json", is_flag=True, help="Print JSON (it always does).")
def replay(file: Path, idle_after: str, *, _as_json: bool) -> None:
    """Say what the facts in FILE add up to."""
    idle_after_ms = durations.parse(idle_after) // timedelta(milliseconds=1)
    spans = list(replayed(file, idle_after_ms))
    by_state = dict.fromkeys(State, 0)
    for span in spans:
        by_state[span.state] += span.dur_ms
    total = Totals.of(by_state).in_seconds()
    print_json({"spans": [_told(span) for span in spans], "total": total})


def _told(span: ScreenSpan) -> dict[str, str | None]:
    """A span by the contract: times in the zone that held."""
    zone = timezone(timedelta(minutes=15 * span.offset_q))
    return {
        "start": from_ms(span.start_ms).astimezone(zone).isoformat("T", "milliseconds"),
        "end": from_ms(span.end_ms).astimezone(zone).isoformat("T", "milliseconds"),
        "state": span.state.name.lower(),
        "app": span.app,
    }
