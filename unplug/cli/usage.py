"""``unplug usage``: where screen time went."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from unplug import durations
from unplug.cli.output import json_option, print_json
from unplug.clock import SystemClock
from unplug.days import day_at
from unplug.engine.looking import records
from unplug.engine.preferences import categories, preferences
from unplug.engine.usage_report import GROUPINGS, Question, report
from unplug.errors import UnplugError

_NO_APP = "no window"


@click.command()
@click.option("--from", "first", metavar="D", help="First day: a date, or yesterday.")
@click.option(
    "--to", "last", metavar="D", help="Last day, included; today if not given."
)
@click.option("--by", type=click.Choice(GROUPINGS), default="app", help="One row each.")
@json_option
@click.pass_obj
def usage(
    folder: Path, first: str | None, last: str | None, by: str, *, as_json: bool
) -> None:
    """Show where screen time went: today, or from one day to another."""
    clock = SystemClock()
    zone = clock.zone()
    chosen = preferences(folder)
    day_start_min = chosen.settings.days.start_min
    today = day_at(clock.stamp().utc, zone, day_start_min)
    question = Question(
        first=_day(first, today),
        last=_day(last, today),
        by=by,
        zone=zone,
        day_start_min=day_start_min,
        category_of=categories(folder).of,
        titles=chosen.settings.tracking.titles,
    )
    if question.last < question.first:
        failed = "the last day is before the first"
        raise UnplugError(failed, f"{question.first} to {question.last}", "swap them")
    with records(folder) as found:
        answer = report(found, question)
    if as_json:
        print_json(answer)
    else:
        _print_table(by, answer)


def _day(written: str | None, today: date) -> date:
    """A day as it is written: a date, today or yesterday; today if it is not."""
    match (written or "today").lower():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
        case other:
            try:
                return date.fromisoformat(other)
            except ValueError as error:
                failed, todo = "cannot read a day", "write it like 2026-05-31"
                raise UnplugError(failed, other, todo) from error


def _print_table(by: str, answer: dict[str, Any]) -> None:
    rows = [
        (
            str(row[by] if row[by] is not None else _NO_APP),
            durations.for_people(_row_ms(row)),
        )
        for row in answer["rows"]
    ]
    rows.append(("screen time", durations.for_people(_ms(answer["total"]["screen_s"]))))
    widest = max(len(name) for name, _ in rows)
    for name, length in rows:
        click.echo(f"{name:<{widest}}  {length:>8}")


def _row_ms(row: dict[str, Any]) -> int:
    return _ms(row["s"] if "s" in row else row["active_s"] + row["watching_s"])


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
