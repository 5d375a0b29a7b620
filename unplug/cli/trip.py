"""``unplug trip``: a group goes offline together."""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from unplug import durations
from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.times import instant
from unplug.clock import SystemClock, to_ms

Command = TypeVar("Command", bound=Callable[..., object])
Json = dict[str, Any]
_SAYS = click.Choice(["yes", "maybe", "no"])
_TIERS = click.Choice(["answer", "kept", "bucket"])
_KEPT = click.Choice(["fully", "partly", "not", "rather-not-say"])
_FILE = click.Path(dir_okay=False, path_type=Path)
_STRICT = click.Choice(["gentle", "firm", "promise"])
_LISTS = click.Choice(["items", "activities"])


@click.group()
def trip() -> None:
    """Agree on a window with a group, and be offline together."""


def which(command: Command) -> Command:
    """Add ``--trip`` to a command."""
    told = "Which trip, by its name or the start of its id, where there are several."
    return click.option("--trip", "which", metavar="ID", help=told)(command)


@trip.command()
@click.argument("name")
@click.option("--as", "me", required=True, metavar="ME", help="Your name in it.")
@json_option
@click.pass_obj
def create(folder: Path, name: str, me: str, *, as_json: bool) -> None:
    """Begin a trip that you lead."""
    done = _do(folder, "create", None, **{"name": name, "as": me})
    _warn(done)
    _tell(done, f"{done['name']} begins: invite the others", as_json=as_json)


@trip.command()
@which
@click.option(
    "--for", "length", default="168h", metavar="48H", help="How long it holds."
)
@click.option(
    "--uses", type=click.IntRange(1, 50), default=1, help="For so many people."
)
@click.option(
    "--approval/--no-approval", default=True, help="Whether you let each of them in."
)
@click.option("--guest", is_flag=True, help="For somebody who only looks on.")
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--qr", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.svg"
)
@click.option("--revoke", metavar="LINK", help="Let an invite hold no longer.")
@json_option
@click.pass_obj
def invite(  # noqa: PLR0913, PLR0917  (all that an invite is)
    folder: Path,
    which: str | None,
    length: str,
    uses: int,
    approval: bool,  # noqa: FBT001  (an option)
    guest: bool,  # noqa: FBT001  (an option)
    file: Path | None,
    qr: Path | None,
    revoke: str | None,
    *,
    as_json: bool,
) -> None:
    """Make a link that lets somebody ask to join; hand it on as you like."""
    if revoke is not None:
        _tell(_do(folder, "revoke", which, invite=revoke), "revoked", as_json=as_json)
        return
    for_ms = durations.parse(length) // timedelta(milliseconds=1)
    wanted = {"uses": uses, "approval": approval, "guest": guest}
    done = _do(folder, "invite", which, for_ms=for_ms, **wanted)
    _write_invite(done["link"], file, qr)
    if as_json:
        print_json({"link": done["link"], "expires": done["expires"]})
    else:
        click.echo(done["link"])


@trip.command()
@click.argument("invite")
@click.option("--as", "me", required=True, metavar="ME", help="Your name in it.")
@json_option
@click.pass_obj
def join(folder: Path, invite: str, me: str, *, as_json: bool) -> None:
    """Ask to join by a link, or by the file that you were sent."""
    said = invite if "://" in invite else str(Path(invite).absolute())
    done = _do(folder, "join", None, **{"invite": said, "as": me})
    _warn(done)
    words = " ".join(done["words"])
    _tell(done, f"asked; sync now, and read to the organiser: {words}", as_json=as_json)


@trip.command()
@which
@click.option("--start", required=True, metavar="ISO", help="When it starts.")
@click.option("--end", required=True, metavar="ISO", help="When it ends.")
@click.option("--place-zone", required=True, metavar="Z", help="Such as Europe/Madrid.")
@click.option("--place", default="", metavar="TEXT", help="Where it is.")
@json_option
@click.pass_obj
def propose(  # noqa: PLR0913, PLR0917  (all that a window is)
    folder: Path,
    which: str | None,
    start: str,
    end: str,
    place_zone: str,
    place: str,
    *,
    as_json: bool,
) -> None:
    """Propose a window; times without an offset are the place's."""
    from unplug.engine.trip_acts import known_zone  # noqa: PLC0415  (slow)

    zone = known_zone(place_zone)
    wanted = {"zone": place_zone, "place": place}
    starts, ends = to_ms(instant(start, zone)), to_ms(instant(end, zone))
    done = _do(folder, "propose", which, start_ms=starts, end_ms=ends, **wanted)
    _tell(done, f"proposed as number {done['n']}", as_json=as_json)


@trip.command()
@which
@click.argument("n", type=int)
@click.pass_obj
def withdraw(folder: Path, which: str | None, n: int) -> None:
    """Take a proposal back."""
    _do(folder, "withdraw", which, n=n)


@trip.command()
@which
@click.argument("n", type=int)
@click.argument("say", type=_SAYS)
@click.pass_obj
def vote(folder: Path, which: str | None, n: int, say: str) -> None:
    """Say what you think of proposal N; maybe is "if need be"."""
    _do(folder, "vote", which, n=n, say=say)
    click.echo("your vote is kept", err=True)


@trip.command()
@which
@click.argument("at", metavar="ISO")
@click.pass_obj
def deadline(folder: Path, which: str | None, at: str) -> None:
    """Say until when votes are wanted."""
    _do(folder, "deadline", which, at_ms=to_ms(instant(at, SystemClock().zone())))


@trip.command()
@which
@click.argument("n", type=int)
@click.pass_obj
def lock(folder: Path, which: str | None, n: int) -> None:
    """Make proposal N the window, at least an hour ahead."""
    _do(folder, "lock", which, n=n)
    click.echo("locked; everybody is asked to answer", err=True)


@trip.command()
@which
@click.pass_obj
def cancel(folder: Path, which: str | None) -> None:
    """Call the window off."""
    _do(folder, "cancel", which)


@trip.command()
@which
@click.argument("say", type=_SAYS)
@click.option("--strictness", type=_STRICT, help="How hard your window is to leave.")
@click.pass_obj
def answer(folder: Path, which: str | None, say: str, strictness: str | None) -> None:
    """Say whether you take part; no is final for this window."""
    _do(folder, "answer", which, say=say, strictness=strictness)
    click.echo("your answer is kept", err=True)


@trip.command()
@which
@json_option
@click.pass_obj
def show(folder: Path, which: str | None, *, as_json: bool) -> None:
    """Show a trip: who is in, what is proposed, who holds the plan."""
    from unplug.cli.trip_printed import lines  # noqa: PLC0415  (only to read it)

    shown = _do(folder, "show", which)
    if as_json:
        print_json(shown)
        return
    for line in lines(shown):
        click.echo(printable(line))


@trip.command("list")
@json_option
@click.pass_obj
def list_(folder: Path, *, as_json: bool) -> None:
    """Show all trips."""
    rows = _do(folder, "list", None)["trips"]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        when = row["start"] or "no window yet"
        click.echo(printable(f"{row['trip'][:8]}  {row['name'] or '(asking)'}  {when}"))


@trip.command()
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
        _do(folder, "draw", which, size=size)
    found = _do(folder, "circles", which)["circles"]
    if as_json:
        print_json(found)
        return
    for circle in found:
        click.echo(printable(", ".join(circle["members"])))
        for question in circle["questions"]:
            click.echo(printable(f"    {question}"))


def _about_somebody(name: str, told: str) -> click.Command:
    @click.argument("who", metavar="NAME")
    @which
    @click.pass_obj
    def act(folder: Path, which: str | None, who: str) -> None:
        _do(folder, name, which, who=who)

    return trip.command(name, help=told)(act)


admit = _about_somebody("admit", "Let somebody in who asks to join.")
remove = _about_somebody(
    "remove", "Put somebody out; what they do then counts no more."
)
promote = _about_somebody("promote", "Make somebody an organiser.")
hand_over = _about_somebody("hand-over", "Let somebody lead the trip from now on.")


@trip.command()
@which
@click.pass_obj
def leave(folder: Path, which: str | None) -> None:
    """Leave a trip; one step, and final."""
    _do(folder, "leave", which)
    click.echo("you have left; sync once more to let the others know", err=True)


@trip.command()
@which
@click.pass_obj
def forget(folder: Path, which: str | None) -> None:
    """Delete a trip that you are not in any more from this computer."""
    _do(folder, "forget", which)


@trip.command()
@which
@click.argument("tier", type=_TIERS)
@click.pass_obj
def share(folder: Path, which: str | None, tier: str) -> None:
    """Say how much of your own time offline the others may see."""
    names = {"answer": "answer_only", "kept": "kept", "bucket": "bucket"}
    _do(folder, "share", which, tier=names[tier])


@trip.command()
@which
@click.argument("kept", type=_KEPT)
@click.pass_obj
def outcome(folder: Path, which: str | None, kept: str) -> None:
    """Say how the window went, as far as you share it."""
    _do(folder, "outcome", which, kept=kept)


@trip.command("list-add")
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
    _do(folder, "list-change", which, **wanted)


@trip.command("list-mark")
@which
@click.option("--of", "name", type=_LISTS, default="items", help="Of which list.")
@click.argument("n", type=int)
@click.argument("how", type=click.Choice(["done", "undone", "strike"]))
@click.pass_obj
def list_mark(folder: Path, which: str | None, name: str, n: int, how: str) -> None:
    """Say that you did line N, or take part in it, or strike it off."""
    _do(folder, "list-change", which, list=name, how=how, n=n)


@trip.command()
@which
@click.argument("text")
@click.pass_obj
def reflect(folder: Path, which: str | None, text: str) -> None:
    """Write an evening reflection that the others can read."""
    _do(folder, "reflect", which, text=text)


@trip.command()
@which
@click.argument("text")
@click.pass_obj
def recap(folder: Path, which: str | None, text: str) -> None:
    """Write your part of the shared recap."""
    _do(folder, "recap", which, text=text)


@trip.command()
@which
@click.option(
    "--folder", "shared", metavar="DIR", help="A folder that all of you sync."
)
@click.option("--broker", metavar="URL", help="Such as mqtts://broker.example.org.")
@click.option("--ca", type=_FILE, metavar="FILE", help="Who vouches for the broker.")
@click.option("--certificate", type=_FILE, metavar="FILE", help="Yours, if it asks.")
@click.option("--key", type=_FILE, metavar="FILE", help="That of your certificate.")
@click.option("--yes", is_flag=True, help="Do not ask before the first time.")
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
    *,
    yes: bool,
    as_json: bool,
) -> None:
    """Send what is new and take in what came; the way is remembered."""
    place = None if shared is None else str(Path(shared).expanduser().absolute())
    ways = {"folder": place, "broker": broker}
    told = _do(folder, "leaving", which, by_way=True, **ways)
    _show_what_leaves(told, ask=not yes)
    named = {"ca": ca, "certificate": certificate, "key": key}
    files = {name: str(file.absolute()) for name, file in named.items() if file}
    done = _do(folder, "sync", which, files=files, **ways)
    if as_json:
        print_json({k: done[k] for k in ("trip", "received", "written", "ways")})
        return
    click.echo(f"received {done['received']}, sent {done['written']}", err=True)


@trip.command()
@which
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export(folder: Path, which: str | None, file: Path) -> None:
    """Write the whole trip into FILE, or its window where FILE ends in .ics."""
    if file.suffix.lower() != ".ics":
        _show_what_leaves(_do(folder, "leaving", which), ask=False)
    click.echo(_do(folder, "export", which, file=str(file.absolute()))["file"])


@trip.command("import")
@which
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def import_(folder: Path, which: str | None, file: Path, *, as_json: bool) -> None:
    """Take in a file that another member has exported."""
    done = _do(folder, "import", which, file=str(file.absolute()))
    _tell(done, f"{done['name']}: received {done['received']}", as_json=as_json)


def _do(data: Path, what: str, which: str | None, /, **asked: object) -> Json:
    from unplug.engine.trips_access import request  # noqa: PLC0415  (slow)

    message = {"do": f"trip.{what}", "trip": which, **asked}
    return dict(request(data, SystemClock(), message))


def _tell(done: Json, sentence: str, *, as_json: bool) -> None:
    if as_json:
        print_json({k: v for k, v in done.items() if k != "warning"})
    else:
        click.echo(printable(sentence), err=True)


def _warn(done: Json) -> None:
    if done.get("warning"):
        click.echo(f"note: {done['warning']}", err=True)


def _write_invite(link: str, file: Path | None, qr: Path | None) -> None:
    if file is not None or qr is not None:
        from unplug.engine.trip_files import write_invite  # noqa: PLC0415  (slow)

        write_invite(link, file=file, qr=qr)


def _show_what_leaves(told: Json, *, ask: bool) -> None:
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
    if ask and sys.stdin.isatty():
        click.confirm("Go on?", abort=True, err=True)
