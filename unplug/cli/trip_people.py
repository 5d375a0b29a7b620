"""``unplug trip``: who comes in, who is what, who goes."""

from datetime import timedelta
from pathlib import Path

import click

from unplug import durations
from unplug.cli.output import json_option, print_json
from unplug.cli.trip_asking import do, tell, warn, which


@click.command()
@click.argument("invite")
@click.option("--as", "me", required=True, metavar="ME", help="Your name in it.")
@json_option
@click.pass_obj
def join(folder: Path, invite: str, me: str, *, as_json: bool) -> None:
    """Ask to join by a link, or by the file that you were sent."""
    said = invite if "://" in invite else str(Path(invite).absolute())
    done = do(folder, "join", None, **{"invite": said, "as": me})
    warn(done)
    words = " ".join(done["words"])
    tell(done, f"asked; sync now, and read to the organiser: {words}", as_json=as_json)


@click.command()
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
        tell(do(folder, "revoke", which, invite=revoke), "revoked", as_json=as_json)
        return
    for_ms = durations.parse(length) // timedelta(milliseconds=1)
    wanted = {"uses": uses, "approval": approval, "guest": guest}
    done = do(folder, "invite", which, for_ms=for_ms, **wanted)
    _write_invite(done["link"], file, qr)
    if as_json:
        print_json({"link": done["link"], "expires": done["expires"]})
        return
    click.echo(done["link"])
    if done["here_only"]:
        told = "it names this computer in your local network; whoever is elsewhere"
        click.echo(f"note: {told} needs another way", err=True)


def _write_invite(link: str, file: Path | None, qr: Path | None) -> None:
    if file is not None or qr is not None:
        from unplug.engine.trips.files import write_invite  # noqa: PLC0415  (slow)

        write_invite(link, file=file, qr=qr)


def _about_somebody(name: str, told: str) -> click.Command:
    @click.argument("who", metavar="NAME")
    @which
    @click.pass_obj
    def act(folder: Path, which: str | None, who: str) -> None:
        do(folder, name, which, who=who)

    return click.command(name, help=told)(act)


admit = _about_somebody("admit", "Let somebody in who asks to join.")
remove = _about_somebody(
    "remove", "Put somebody out; what they do then counts no more."
)
promote = _about_somebody("promote", "Make somebody an organiser.")
hand_over = _about_somebody("hand-over", "Let somebody lead the trip from now on.")


@click.command()
@which
@click.pass_obj
def leave(folder: Path, which: str | None) -> None:
    """Leave a trip; one step, and final."""
    do(folder, "leave", which)
    click.echo("you have left; sync once more to let the others know", err=True)


COMMANDS = (invite, join, admit, remove, promote, hand_over, leave)
