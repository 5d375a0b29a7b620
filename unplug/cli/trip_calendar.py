"""``unplug trip calendar``: windows in the user's own calendar."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.secrets import ask_password
from unplug.cli.times import lately
from unplug.cli.trip_asking import Json, do, which
from unplug.clock import SystemClock

_TOLD = ("url", "user", "last_succeeded", "error", "windows")


@click.command()
@which
@click.argument("url", required=False)
@click.option("--user", metavar="U", default="", help="Your name on its server.")
@click.option("--off", is_flag=True, help="Use no calendar any more.")
@click.option("--now", is_flag=True, help="Try at once what waits.")
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the window into a file instead.",
)
@json_option
@click.pass_obj
def calendar(  # noqa: PLR0913  (all that is to be said of it)
    folder: Path,
    which: str | None,
    url: str | None,
    user: str,
    ics: Path | None,
    *,
    off: bool,
    now: bool,
    as_json: bool,
) -> None:
    """Put windows into the calendar at URL (CalDAV), so that your phone shows them.

    The password is read from the terminal, or from what is piped in. Without a URL:
    show how it goes.
    """
    if ics is not None:
        _write(folder, which, ics)
        return
    if (url is not None) + off + now > 1:
        failed = "say one of URL, --off and --now"
        raise click.UsageError(failed)
    asked: Json = {"how": "off" if off else "now" if now else "show"}
    if url is not None:
        named = user or urlsplit(url).username
        password = ask_password(f"Password of {named}") if named else ""
        asked = {"how": "set", "url": url, "user": user, "password": password}
    done = do(folder, "calendar", None, **asked)
    if as_json:
        print_json({name: done[name] for name in _TOLD})
        return
    for line in _lines(done):
        click.echo(printable(line), err=url is not None or off)


def _write(folder: Path, which: str | None, ics: Path) -> None:
    file = ics.absolute()
    if file.suffix.lower() != ".ics":
        file = file.with_name(f"{file.name}.ics")
    click.echo(do(folder, "export", which, file=str(file))["file"])


def _lines(done: Json) -> list[str]:
    if not done["url"]:
        lines = ["windows go into no calendar: unplug trip calendar URL"]
    else:
        last = done["last_succeeded"]
        clock = SystemClock()
        now = clock.stamp().utc.astimezone(clock.zone())
        when = "never" if last is None else lately(last, now)
        lines = [f"windows go into {done['url']} (last succeeded: {when})"]
        if done["error"]:
            lines.append(done["error"])
    return [*lines, *([f"note: {done['note']}"] if done["note"] else ())]


COMMANDS = (calendar,)
