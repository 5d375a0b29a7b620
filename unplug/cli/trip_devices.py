"""``unplug trip``: one trip on several computers of the same person."""

from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.trip_asking import Json, do, tell, warn, which

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@which
@click.argument("file", type=_FILE)
@click.option("--open", "opens", is_flag=True, help="Go on here with a trip from FILE.")
@json_option
@click.pass_obj
def pair(
    folder: Path, which: str | None, file: Path, *, opens: bool, as_json: bool
) -> None:
    """Take a trip to another computer of yours.

    Here: write FILE and say six words. On the other computer: the same with --open,
    which asks for the words. There you are the same member, not a second one.
    """
    if opens:
        _take_up(folder, file, as_json=as_json)
        return
    done = do(folder, "pair", which, file=str(file.absolute()))
    if as_json:
        print_json(done)
        return
    click.echo(" ".join(done["words"]))
    for line in (
        f"open {file} on your other computer: unplug trip pair --open FILE",
        "and type these words there; send them another way than the file",
        f"whoever has both is you in this trip: delete {file} then",
        f"it is good until {done['expires'][:16].replace('T', ' ')} UTC",
    ):
        click.echo(printable(line), err=True)


def _take_up(folder: Path, file: Path, *, as_json: bool) -> None:
    words = click.prompt("The six words", err=True)
    asked = {"file": str(file.absolute()), "words": words}
    done = do(folder, "take-up", None, **asked)
    warn(done)
    told = f"{done['name']} is on this computer, too; choose how it travels and sync"
    tell(done, f"{told}. delete {file} now", as_json=as_json)


@click.command()
@which
@click.option("--drop", metavar="ID", help="Take a lost one out: it reads no more.")
@json_option
@click.pass_obj
def devices(
    folder: Path, which: str | None, drop: str | None, *, as_json: bool
) -> None:
    """Show on which computers of yours a trip is."""
    if drop is not None:
        do(folder, "drop-device", which, device=drop)
    found = do(folder, "show", which)["devices"]
    if as_json:
        print_json(found)
        return
    for device in found:
        click.echo(_line(device))


def _line(device: Json) -> str:
    if device["here"]:
        what = "this computer"
    else:
        what = "another" if device["heard"] else "another, not heard of yet"
    return f"{device['device'][:8]}  {what}"


COMMANDS = (pair, devices)
