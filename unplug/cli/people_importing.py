"""``unplug people import``: its progress, its outcome, and a look before it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.cli.output import print_json
from unplug.clock import SystemClock
from unplug.engine.people.access import import_files
from unplug.engine.people.files import Choices, Look, found_files, look

_SHOWN = 200
_BAR = 24


def run(
    folder: Path, files: Sequence[Path], choices: Choices, *, as_json: bool
) -> None:
    """Take files in, and tell what came of it."""
    bar = _Bar(shown=sys.stderr.isatty() and not as_json)
    try:
        done = import_files(folder, SystemClock(), [*files], choices, bar.step)
    finally:
        bar.clear()
    problems = done.get("problems")
    problems = problems if isinstance(problems, list) else []
    if as_json:
        names = ("files", "read", "new", "merged", "unchanged")
        print_json(
            {**{name: done.get(name, 0) for name in names}, "problems": problems}
        )
        return
    click.echo(
        f"read {done.get('read', 0)} cards: {done.get('new', 0)} new,"
        f" {done.get('merged', 0)} merged, {done.get('unchanged', 0)} unchanged"
    )
    for each in problems[:_SHOWN]:
        click.echo(
            printable(f"  {each['file']}:{each['line']}: {each['what']}"), err=True
        )
    if len(problems) > _SHOWN:
        click.echo(f"  and {len(problems) - _SHOWN} more", err=True)
    if done.get("offered"):
        click.echo(f"  {done['offered']} pairs may be one person each", err=True)
    if done.get("change"):
        click.echo(f"to take it back: unplug people undo {done['change']}", err=True)


def show(files: Sequence[Path], choices: Choices, *, as_json: bool) -> None:
    """Tell what files would be read as."""
    looks = [look(file, choices) for file in found_files(files)]
    if as_json:
        print_json([_as_json(each) for each in looks])
        return
    for each in looks:
        click.echo(f"{each.file}: {each.kind.value}, {each.code}, {each.cards} cards")
        for column in each.csv.columns if each.csv else ():
            told = f"{column.heading} → {column.field or 'left out'}"
            click.echo(printable(f"  {told}  {column.example}"))
        for person in each.first:
            click.echo(printable(f"  {person.display_name}"))


def _as_json(each: Look) -> dict[str, object]:
    columns = each.csv.columns if each.csv else ()
    return {
        "file": str(each.file),
        "kind": each.kind.value,
        "encoding": each.code,
        "cards": each.cards,
        "delimiter": each.csv.delimiter if each.csv else None,
        "columns": [
            {"heading": c.heading, "field": c.field or None, "example": c.example}
            for c in columns
        ],
        "first": [person.display_name for person in each.first],
    }


class _Bar:
    """How far it is, on one line of a terminal."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown

    def step(self, done: int, total: int, what: str) -> None:
        """Show it."""
        if self._shown and total:
            full = _BAR * done // total
            bar = "█" * full + "░" * (_BAR - full)
            click.echo(
                f"\r\x1b[K{bar} {done}/{total} {printable(what)}", nl=False, err=True
            )

    def clear(self) -> None:
        """Take it away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
