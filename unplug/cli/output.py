"""What commands print."""

import errno
import io
import json
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from unplug.cli.columns import fitted, printable, width

Command = TypeVar("Command", bound=Callable[..., object])

_NOBODY_READS = (errno.EPIPE, errno.EIO)
_WIDEST_NAME = 48
_LENGTH_WIDTH = 8


def print_json(answer: object) -> None:
    """Print one JSON value, readable and in any script the terminal can show."""
    escaped = not _is_utf8(sys.stdout.encoding)
    click.echo(json.dumps(answer, ensure_ascii=escaped, indent=2))


def print_table(rows: Sequence[tuple[str, str]]) -> None:
    """Print names and what belongs to them in two columns."""
    names = [fitted(printable(name), _WIDEST_NAME) for name, _ in rows]
    widest = max(map(width, names), default=0)
    for name, (_, told) in zip(names, rows, strict=True):
        click.echo(f"{name}{' ' * (widest - width(name))}  {told:>{_LENGTH_WIDTH}}")


def json_option(command: Command) -> Command:
    """Add ``--json`` to a read command."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def accept_any_text() -> None:
    """Let no name that the terminal cannot show end a command."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        # A path that is no text goes out as the bytes it is.
        out.reconfigure(
            errors="surrogateescape" if _is_utf8(out.encoding) else "replace"
        )


def is_unread(error: OSError) -> bool:
    """Whether nobody reads any more: the pipe is closed, the terminal gone."""
    return error.errno in _NOBODY_READS


def _is_utf8(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").replace("_", "") == "utf8"
