"""``unplug trip``: what is done together, and what is said of it afterwards."""

from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.trip_asking import do, which

_TIERS = click.Choice(["answer", "kept", "bucket"])
_KEPT = click.Choice(["fully", "partly", "not", "rather-not-say"])
_LISTS = click.Choice(["items", "activities"])


@click.command()
@which
@click.option("--draw", is_flag=True, help="Draw them anew; for organisers.")
@click.option("--size", type=click.IntRange(3, 5), help="About so many in each.")
@json_option
@click.pass_obj
def circles(
    folder: Path, which: str | None, size: int | None, *, draw: bool, as_json: bool
) -> None:
    """Show the small circles, and questions to begin with."""
    if draw:
        do(folder, "draw", which, size=size)
    found = do(folder, "circles", which)["circles"]
    if as_json:
        print_json(found)
        return
    for circle in found:
        click.echo(printable(", ".join(circle["members"])))
        for question in circle["questions"]:
            click.echo(printable(f"    {question}"))


@click.command()
@which
@click.argument("tier", type=_TIERS)
@click.pass_obj
def share(folder: Path, which: str | None, tier: str) -> None:
    """Say how much of your own time offline the others may see."""
    names = {"answer": "answer_only", "kept": "kept", "bucket": "bucket"}
    do(folder, "share", which, tier=names[tier])


@click.command()
@which
@click.argument("kept", type=_KEPT)
@click.pass_obj
def outcome(folder: Path, which: str | None, kept: str) -> None:
    """Say how the window went, as far as you share it."""
    do(folder, "outcome", which, kept=kept)


@click.command("list-add")
@which
@click.option("--to", "name", type=_LISTS, default="items", help="To which list.")
@click.option(
    "--people", type=click.IntRange(2, 50), default=2, help="It takes so many."
)
@click.argument("text")
@click.pass_obj
def list_add(
    folder: Path, which: str | None, name: str, people: int, text: str
) -> None:
    """Put something on the put-away list, or suggest something to do together."""
    wanted = {"list": name, "how": "add", "text": text, "people": people}
    do(folder, "list-change", which, **wanted)


@click.command("list-mark")
@which
@click.option("--of", "name", type=_LISTS, default="items", help="Of which list.")
@click.argument("n", type=int)
@click.argument("how", type=click.Choice(["done", "undone", "strike"]))
@click.pass_obj
def list_mark(folder: Path, which: str | None, name: str, n: int, how: str) -> None:
    """Say that you did line N, or take part in it, or strike it off."""
    do(folder, "list-change", which, list=name, how=how, n=n)


@click.command()
@which
@click.argument("text")
@click.pass_obj
def reflect(folder: Path, which: str | None, text: str) -> None:
    """Write an evening reflection that the others can read."""
    do(folder, "reflect", which, text=text)


@click.command()
@which
@click.argument("text")
@click.pass_obj
def recap(folder: Path, which: str | None, text: str) -> None:
    """Write your part of the shared recap."""
    do(folder, "recap", which, text=text)


COMMANDS = (circles, share, outcome, list_add, list_mark, reflect, recap)
