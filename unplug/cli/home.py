"""``unplug home``: tell a Home Assistant of the user's when they are unplugged."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.secrets import ask_password
from unplug.cli.times import lately
from unplug.clock import SystemClock

_TOLD = ("broker", "last_succeeded", "error")


@click.command()
@click.argument("url", required=False)
@click.option(
    "--ca",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Who vouches for the broker.",
)
@click.option("--off", is_flag=True, help="Tell nothing any more.")
@click.option("--now", is_flag=True, help="Tell all of it once more.")
@json_option
@click.pass_obj
def home(  # noqa: PLR0913  (all that is to be said of it)
    folder: Path,
    url: str | None,
    ca: Path | None,
    *,
    off: bool,
    now: bool,
    as_json: bool,
) -> None:
    """Tell your Home Assistant when you are unplugged, and of the next window.

    URL is the MQTT broker that it listens to, such as mqtt://me@homeassistant.local;
    the password is read from the terminal, or from what is piped in. Nothing but these
    two is told. Without a URL: show how it goes.
    """
    if (url is not None) + off + now > 1:
        failed = "say one of URL, --off and --now"
        raise click.UsageError(failed)
    done = _asked(folder, url, ca, "off" if off else "now" if now else "show")
    if as_json:
        print_json({name: done[name] for name in _TOLD})
        return
    for line in _lines(done):
        click.echo(printable(line), err=url is not None or off)


def _asked(
    folder: Path, url: str | None, ca: Path | None, otherwise: str
) -> dict[str, object]:
    from unplug.engine.home.access import request  # noqa: PLC0415  (slow)

    message: dict[str, object] = {"do": f"home.{otherwise}"}
    if url is not None:
        message = {"do": "home.set", "url": url, "password": _password_for(url)}
        if ca is not None:
            message["ca"] = str(ca.absolute())
    return dict(request(folder, SystemClock(), message))


def _password_for(url: str) -> str:
    """What is wanted for the user in a URL, if one is named there without it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if not parts.username or parts.password is not None:
        return ""
    return ask_password(f"Password of {parts.username}")


def _lines(done: dict[str, object]) -> list[str]:
    if not done["broker"]:
        lines = ["nothing is told to a Home Assistant: unplug home URL"]
    else:
        clock = SystemClock()
        now, last = clock.stamp().utc.astimezone(clock.zone()), done["last_succeeded"]
        when = "not yet" if last is None else lately(str(last), now)
        lines = [f"told over {done['broker']} (last succeeded: {when})"]
        if done["error"]:
            lines.append(str(done["error"]))
    return [*lines, *([f"note: {done['note']}"] if done["note"] else ())]
