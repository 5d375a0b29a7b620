"""``unplug trip``: how it travels from here to there."""

import sys
from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.trip_asking import Json, do, tell, which
from unplug.errors import UnplugError

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@which
@click.option(
    "--folder", "shared", metavar="DIR", help="A folder that all of you sync."
)
@click.option("--broker", metavar="URL", help="Such as mqtts://broker.example.org.")
@click.option("--ca", type=_FILE, metavar="FILE", help="Who vouches for the broker.")
@click.option("--certificate", type=_FILE, metavar="FILE", help="Yours, if it asks.")
@click.option("--key", type=_FILE, metavar="FILE", help="That of your certificate.")
@click.option("--yes", is_flag=True, help="All that is shown may leave: do not ask.")
@click.option("--forget", metavar="PLACE", help="Travel by this way no longer.")
@json_option
@click.pass_obj
def sync(  # noqa: PLR0913, PLR0917  (the ways there are)
    folder: Path,
    which: str | None,
    shared: str | None,
    broker: str | None,
    ca: Path | None,
    certificate: Path | None,
    key: Path | None,
    forget: str | None,
    *,
    yes: bool,
    as_json: bool,
) -> None:
    """Send what is new and take in what came; the way is remembered."""
    if forget is not None:
        _forget_way(folder, which, forget, as_json=as_json)
        return
    place = None if shared is None else str(Path(shared).expanduser().absolute())
    ways = {"folder": place, "broker": broker}
    told = do(folder, "leaving", which, by_way=True, **ways)
    _show_what_leaves(told)
    agreed = bool(told["shown"]) or yes or _says_yes(told)
    named = {"ca": ca, "certificate": certificate, "key": key}
    files = {name: str(file.absolute()) for name, file in named.items() if file}
    done = do(folder, "sync", which, files=files, agreed=agreed, **ways)
    for note in _about_the_calendar(done):
        click.echo(printable(note), err=True)
    if as_json:
        print_json({k: done[k] for k in ("trip", "received", "written", "ways")})
        return
    click.echo(f"received {done['received']}, sent {done['written']}", err=True)


def _forget_way(folder: Path, which: str | None, said: str, *, as_json: bool) -> None:
    place = said if "://" in said else str(Path(said).expanduser().absolute())
    done = do(folder, "forget-way", which, place=place)
    tell(done, f"it does not travel there any more: {done['place']}", as_json=as_json)


@click.command()
@which
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export(folder: Path, which: str | None, file: Path) -> None:
    """Write the whole trip into FILE, or its window where FILE ends in .ics."""
    if file.suffix.lower() != ".ics":
        _show_what_leaves(do(folder, "leaving", which))
    click.echo(do(folder, "export", which, file=str(file.absolute()))["file"])


@click.command("import")
@which
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def import_(folder: Path, which: str | None, file: Path, *, as_json: bool) -> None:
    """Take in a file that another member has exported."""
    done = do(folder, "import", which, file=str(file.absolute()))
    tell(done, f"{done['name']}: received {done['received']}", as_json=as_json)


def _show_what_leaves(told: Json) -> None:
    """Before the first time: what leaves this computer, word for word."""
    if told["shown"]:
        return
    click.echo(
        "this leaves your computer, sealed for the group, and no more:", err=True
    )
    for said in told["leaves"]:
        fields = ", ".join(f"{k} {v}" for k, v in said["fields"].items())
        click.echo(
            printable(f"  {said['kind']}: {said['meaning']} [{fields}]"), err=True
        )


def _says_yes(told: Json) -> bool:
    """Ask whether that may leave; a script that sends a trip has said so itself.

    Raises:
        UnplugError: they said no.
    """
    if not sys.stdin.isatty():
        return True
    if click.confirm("May it leave, now and from now on?", err=True):
        return True
    failed, todo = "nothing was sent", "sync again when it may"
    raise UnplugError(failed, told["name"], todo)


def _about_the_calendar(done: Json) -> list[str]:
    """What is wrong with the calendar that was visited with it, if one was."""
    error = (done.get("calendar") or {}).get("error")
    return [f"note: {error}"] if error else []


COMMANDS = (sync, export, import_)
