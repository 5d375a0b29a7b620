"""What commands print."""

import json
from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def print_json(answer: object) -> None:
    """Print one JSON value, readable and in any script."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def json_option(command: Command) -> Command:
    """Add ``--json`` to a read command."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)
