"""``unplug people``: who matters, when one last met, and what comes in and goes out."""

from pathlib import Path
from typing import Any

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.people_options import (
    check_in_options,
    edit_options,
    felt_option,
    wanted,
)
from unplug.clock import Clock, SystemClock
from unplug.errors import UnplugError


@click.group()
def people() -> None:
    """See who matters, log meetings, and bring address books in and out."""


@people.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--encoding", default="", help="Of what is not UTF-8, such as cp1250.")
@click.option("--delimiter", default="", help="Between the cells of a CSV file.")
@click.option("--region", default="", help="Of numbers without country code: DE.")
@click.option("--preview", is_flag=True, help="Only show what would be read.")
@json_option
@click.pass_obj
def import_(  # noqa: PLR0913  (one for each option)
    folder: Path,
    files: tuple[Path, ...],
    *,
    encoding: str,
    delimiter: str,
    region: str,
    preview: bool,
    as_json: bool,
) -> None:
    """Take in vCard or CSV FILES, or folders of them; twice changes nothing."""
    from unplug.cli.people_importing import run, show  # noqa: PLC0415  (slow)
    from unplug.engine.people.files import Choices  # noqa: PLC0415  (slow)

    choices = Choices(code=encoding, delimiter=delimiter, region=region.upper())
    if preview:
        show(files, choices, as_json=as_json)
    else:
        run(folder, files, choices, as_json=as_json)


@people.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--version",
    type=click.Choice(["3.0", "4.0"]),
    default="3.0",
    help="Of vCard; the older one is read everywhere.",
)
@click.option("--shareable", is_flag=True, help="Without what only unplug knows.")
@click.pass_obj
def export(folder: Path, path: Path, version: str, *, shareable: bool) -> None:
    """Write everybody to a vCard file, or to a folder with a file for each."""
    from unplug.engine.people.exporting import export as write  # noqa: PLC0415
    from unplug.engine.people.looking import looking  # noqa: PLC0415  (slow)

    with looking(folder) as stored:
        everybody = iter(()) if stored is None else stored.contacts()
        count = write(everybody, path, version, private=not shareable)
    click.echo(f"wrote {_people(count)} to {path}", err=True)


@people.command("list")
@click.argument("query", nargs=-1)
@click.option("--circle", help="Only those in this circle.")
@click.option("--due", is_flag=True, help="Only those whom it is time to meet.")
@json_option
@click.pass_obj
def list_(
    folder: Path,
    query: tuple[str, ...],
    *,
    circle: str | None,
    due: bool,
    as_json: bool,
) -> None:
    """List everybody, or those whom a QUERY finds, by name."""
    from unplug.cli.people_listing import rows  # noqa: PLC0415  (slow)

    found = rows(folder, SystemClock(), " ".join(query), circle=circle, due=due)
    if as_json:
        print_json(found.as_json())
        return
    for line in found.as_text():
        click.echo(line)


@people.command()
@click.argument("name", nargs=-1, required=True)
@json_option
@click.pass_obj
def show(folder: Path, name: tuple[str, ...], *, as_json: bool) -> None:
    """Show all that is known of NAME."""
    from unplug.cli.people_listing import one  # noqa: PLC0415  (slow)

    found = one(folder, SystemClock(), " ".join(name))
    if as_json:
        print_json(found.as_json())
        return
    for line in found.as_text():
        click.echo(line)


@people.command()
@click.argument("name", nargs=-1, required=True)
@edit_options
@click.pass_obj
def add(folder: Path, /, name: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  (click's)
    """Add somebody called NAME."""
    told = wanted({**options, "rename": None})
    done = _do(folder, {"do": "people.add", "wanted": {"name": " ".join(name), **told}})
    click.echo(f"added {_named(done)}", err=True)


@people.command()
@click.argument("name", nargs=-1, required=True)
@edit_options
@click.pass_obj
def edit(folder: Path, /, name: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  (click's)
    """Change what is known of NAME."""
    told = wanted(options)
    if not told:
        failed = "say what to change, for example --circle friends"
        raise click.UsageError(failed)
    asked: dict[str, object] = {"do": "people.edit", "name": " ".join(name)}
    done = _do(folder, {**asked, "wanted": told})
    said = "changed" if done.get("change") else "nothing to change for"
    click.echo(f"{said} {_named(done)}", err=True)


@people.command()
@click.argument("names", nargs=-1, required=True)
@check_in_options
@felt_option
@click.pass_obj
def met(folder: Path, /, names: tuple[str, ...], **told: Any) -> None:  # noqa: ANN401  (click's)
    """Log that you met NAMES; several are divided by commas."""
    _log(folder, "in person", names, told)


@people.command()
@click.argument("names", nargs=-1, required=True)
@check_in_options
@felt_option
@click.pass_obj
def called(folder: Path, /, names: tuple[str, ...], **told: Any) -> None:  # noqa: ANN401  (click's)
    """Log that you called NAMES; several are divided by commas."""
    _log(folder, "call", names, told)


@people.command()
@click.argument("first")
@click.argument("second")
@click.pass_obj
def merge(folder: Path, first: str, second: str) -> None:
    """Make one person of FIRST and SECOND; ``people undo`` takes it back."""
    done = _do(folder, {"do": "people.merge", "first": first, "second": second})
    change = done.get("change")
    click.echo(f"merged; to take it back: unplug people undo {change}", err=True)


@people.command()
@click.argument("change", type=int, required=False)
@click.option("--list", "only_list", is_flag=True, help="Show what can be undone.")
@click.pass_obj
def undo(folder: Path, change: int | None, *, only_list: bool) -> None:
    """Take back an import, a merger or an edit: the last one, or number CHANGE."""
    if only_list:
        from unplug.cli.people_listing import changes  # noqa: PLC0415  (slow)

        for line in changes(folder, SystemClock()):
            click.echo(line)
        return
    done = _do(folder, {"do": "people.undo", "change": change})
    click.echo(f"taken back: {_named(done)}", err=True)
    kept = done.get("kept")
    for name in kept if isinstance(kept, list) else ():
        click.echo(f"  {printable(name)} stays: there is more of them by now", err=True)


@people.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--not", "back", is_flag=True, help="Suggest them again.")
@click.pass_obj
def never(folder: Path, name: tuple[str, ...], *, back: bool) -> None:
    """Never suggest NAME."""
    told = {"never": not back}
    done = _do(folder, {"do": "people.edit", "name": " ".join(name), "wanted": told})
    said = "may be suggested again" if back else "is never suggested"
    click.echo(f"{_named(done)} {said}", err=True)


@people.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def forget(folder: Path, name: tuple[str, ...], *, yes: bool) -> None:
    """Forget NAME everywhere, copies and backups too; there is no way back."""
    from unplug.cli.people_forgetting import forget_named  # noqa: PLC0415  (slow)

    forget_named(folder, SystemClock(), " ".join(name), ask=not yes)


@people.command()
@click.argument("name")
@click.argument("ideal", type=int, required=False)
@click.argument("longest", type=int, required=False)
@click.option("--remove", is_flag=True, help="Remove one of your own.")
@click.pass_obj
def circle(
    folder: Path, name: str, ideal: int | None, longest: int | None, *, remove: bool
) -> None:
    """Have a circle NAME whom to meet every IDEAL days, after LONGEST at the latest."""
    if ideal is None and not remove:
        failed = "say how often to meet: people circle chess 14 30"
        raise click.UsageError(failed)
    asked: dict[str, object] = {"do": "people.circle", "name": name, "remove": remove}
    asked |= {"ideal": ideal, "longest": longest or 2 * (ideal or 0)}
    _do(folder, asked)


@people.command()
@click.argument("where", required=False, type=click.Path(path_type=Path))
@click.option("--version", type=click.Choice(["3.0", "4.0"]), default="3.0")
@click.option("--everybody", is_flag=True, help="Write those there who are only here.")
@click.option("--off", is_flag=True, help="Let go of the folder; all stays as it is.")
@click.option(
    "--settle",
    type=click.Choice(["leave", "ours", "theirs", "both"]),
    default="leave",
    help="What to do with those whom both sides changed.",
)
@click.pass_obj
def link(  # noqa: PLR0913  (one for each option)
    folder: Path,
    where: Path | None,
    *,
    version: str,
    everybody: bool,
    off: bool,
    settle: str,
) -> None:
    """Keep people in step with a folder of vCards, as vdirsyncer and khard have it."""
    asked: dict[str, object] = {"do": "people.link", "off": off, "settle": settle}
    if where is not None:
        asked |= {"folder": str(where.absolute()), "version": version}
        asked["everybody"] = everybody
    done = _do(folder, asked)
    if done.get("folder") is None:
        click.echo("no folder is linked any more", err=True)
        return
    told = "{taken} taken, {deleted} deleted here, {written} written there"
    click.echo(f"in step with {done['folder']}: {told.format_map(done)}", err=True)
    conflicts, problems = done.get("conflicts"), done.get("problems")
    for name in conflicts if isinstance(conflicts, list) else ():
        click.echo(printable(f"  both sides changed {name}: see --settle"), err=True)
    for each in problems if isinstance(problems, list) else ():
        click.echo(printable(f"  {each}"), err=True)


def _log(folder: Path, kind: str, names: tuple[str, ...], told: dict[str, Any]) -> None:
    each = [name.strip() for name in " ".join(names).split(",") if name.strip()]
    if not each:
        failed, todo = "cannot log a meeting with nobody", "give a name"
        raise UnplugError(failed, " ".join(names), todo)
    done = _do(folder, {"do": "people.log", "kind": kind, "names": each, **told})
    click.echo(f"logged: {kind}, {_named(done)}", err=True)


def _do(folder: Path, asked: dict[str, object]) -> dict[str, object]:
    from unplug.engine.people.access import request  # noqa: PLC0415  (slow)

    clock: Clock = SystemClock()
    return request(folder, clock, asked)


def _named(done: dict[str, object]) -> str:
    names = done.get("people")
    return printable(", ".join(names)) if isinstance(names, list) else ""


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
