"""``unplug usage``: where screen time went."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from unplug import durations
from unplug.cli.output import json_option, print_json, print_table
from unplug.clock import SystemClock
from unplug.days import day_at
from unplug.engine.preferences import categories, preferences
from unplug.engine.screen_time.looking import records
from unplug.engine.screen_time.usage_report import (
    FIRST_DAY,
    GROUPINGS,
    LAST_DAY,
    Question,
    report,
)
from unplug.errors import UnplugError

_NO_APP = "no window"


@click.command()
@click.option(
    "--from",
    "first",
    metavar="D",
    help="First day: a date, or yesterday; the last day if not given.",
)
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
    last_day = today if last is None else _day(last, today)
    question = Question(
        first=min(today, last_day) if first is None else _day(first, today),
        last=last_day,
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
        _print_rows(by, answer)


def _day(written: str, today: date) -> date:
    """A day as it is written: a date, today or yesterday."""
    match written.strip().lower():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
    try:
        day = date.fromisoformat(written.strip())
    except ValueError as error:
        failed, todo = "cannot read a day", "write it like 2026-05-31"
        raise UnplugError(failed, f'"{written}"', todo) from error
    if not FIRST_DAY <= day <= LAST_DAY:
        failed, todo = "cannot tell of a day so far away", f"take one to {LAST_DAY}"
        raise UnplugError(failed, day, todo)
    return day


def _print_rows(by: str, answer: dict[str, Any]) -> None:
    rows = [
        (
            str(row[by] if row[by] is not None else _NO_APP),
            durations.for_people(_row_ms(row)),
        )
        for row in answer["rows"]
    ]
    rows.append(("screen time", durations.for_people(_ms(answer["total"]["screen_s"]))))
    print_table(rows)


def _row_ms(row: dict[str, Any]) -> int:
    return _ms(row["s"] if "s" in row else row["active_s"] + row["watching_s"])


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
