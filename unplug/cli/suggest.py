"""``unplug suggest``: whom to see, why, and how you would like to be asked."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.times import instant, local_date
from unplug.clock import SystemClock

Json = dict[str, Any]


@click.group(invoke_without_command=True)
@click.option("--at", metavar="ISO", help="At this instant; now if not given.")
@click.option("--why", is_flag=True, help="Show every figure behind it.")
@json_option
@click.pass_context
def suggest(
    context: click.Context, at: str | None, *, why: bool, as_json: bool
) -> None:
    """Say whom to see now, or why nobody is suggested; changes nothing."""
    if context.invoked_subcommand is not None:
        return
    asked: Json = {"do": "suggest.look"}
    if at is not None:
        asked["at"] = instant(at, SystemClock().zone()).isoformat()
    told = _do(context.obj, asked)
    if as_json:
        answer = {name: told[name] for name in ("suggestion", "silent_because")}
        print_json(answer | ({"factors": told["factors"]} if why else {}))
    else:
        _print(told, why=why)


@suggest.command()
@json_option
@click.pass_obj
def ask(folder: Path, *, as_json: bool) -> None:
    """Have somebody suggested now, whatever the hour."""
    _answer(_do(folder, {"do": "suggest.ask"}), as_json=as_json)


@suggest.command()
@json_option
@click.pass_obj
def another(folder: Path, *, as_json: bool) -> None:
    """Have somebody else suggested."""
    _answer(_do(folder, {"do": "suggest.another"}), as_json=as_json)


@suggest.command()
@click.option("--at", metavar="ISO", help="When; as suggested if not given.")
@click.option("--for", "length", metavar="1H", help="How long.")
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a calendar file.",
)
@click.option("--unplug", "free", is_flag=True, help="Be device-free meanwhile.")
@click.pass_obj
def plan(
    folder: Path, at: str | None, length: str | None, ics: Path | None, *, free: bool
) -> None:
    """Plan what was suggested."""
    asked: Json = {"do": "suggest.plan", "device_free": free}
    if at is not None:
        asked["start"] = instant(at, SystemClock().zone()).isoformat()
    if length is not None:
        from unplug import durations  # noqa: PLC0415

        asked["minutes"] = durations.parse(length).total_seconds() / 60
    made = _do(folder, asked)
    if ics is not None:
        from unplug.files import write_atomically  # noqa: PLC0415

        write_atomically(ics, [made["ics"]])
    start, end = map(datetime.fromisoformat, (made["start"], made["end"]))
    click.echo(printable(f"{made['title']}, {start:%a %d %b %H:%M} to {end:%H:%M}"))


@suggest.command()
@click.option(
    "--depth",
    type=click.Choice(["light", "middle", "deep"]),
    default="light",
    help="How much they ask of the one who answers.",
)
@click.option("--count", type=click.IntRange(1, 100), default=5, help="How many.")
@json_option
def questions(depth: str, count: int, *, as_json: bool) -> None:
    """Draw questions worth asking face to face."""
    import secrets  # noqa: PLC0415

    from unplug.suggest.questions import Depth, deck, some  # noqa: PLC0415

    cards = some(deck(Depth(depth)), count, secrets.randbits(32))
    _texts([card.text for card in cards], as_json=as_json)


@suggest.command()
@click.argument("way", type=click.Choice(["ask", "reflect", "stay"]))
@json_option
def listen(way: str, *, as_json: bool) -> None:
    """Show ways of listening: ask on, give back what was heard, or just stay."""
    from unplug.suggest.questions import Listening, prompts  # noqa: PLC0415

    _texts([card.text for card in prompts(Listening(way))], as_json=as_json)


@suggest.command()
@json_option
@click.pass_obj
def corner(folder: Path, *, as_json: bool) -> None:
    """Show the people you chose for hard days, and where professionals are found."""
    from unplug.engine.suggestions.access import corner_of  # noqa: PLC0415

    found = corner_of(folder, SystemClock())
    if as_json:
        people = [
            {"name": each.name, "phone": each.reach.phone, "email": each.reach.email}
            for each in found.people
        ]
        print_json({"people": people, "sites": list(found.sites)})
        return
    click.echo(found.words)
    for person in found.people:
        how = person.reach.phone or person.reach.email
        click.echo(printable(f"  {person.name}  {how}".rstrip()))
    for line in (found.professional, *(f"  {site}" for site in found.sites)):
        click.echo(line)
    click.echo(found.in_danger)


@suggest.command("not-now")
@click.pass_obj
def not_now(folder: Path) -> None:
    """Let the suggestion go; the day is left alone."""
    _do(folder, {"do": "suggest.say", "said": "not-now"})


@suggest.command()
@click.pass_obj
def never(folder: Path) -> None:
    """Never suggest this person again."""
    told = _do(folder, {"do": "suggest.say", "said": "never"})
    name = printable(told["person"])
    click.echo(f"{name} is never suggested again", err=True)


@suggest.command()
@click.argument("answer", type=click.Choice(["yes", "no"]))
@click.option("--felt", type=click.IntRange(1, 5), help="How it felt, 1 to 5.")
@click.option("--note", metavar="TEXT", help="Anything to remember.")
@click.pass_obj
def happened(folder: Path, answer: str, felt: int | None, note: str | None) -> None:
    """Say whether a plan came about, and how it was."""
    asked: Json = {"do": "suggest.happened", "happened": answer == "yes"}
    _do(folder, asked | {"felt": felt, "note": note})


@suggest.command()
@click.pass_obj
def fewer(folder: Path) -> None:
    """Have fewer suggestions from now on; say it again for fewer still."""
    _like(folder, "fewer")


@suggest.command("other-times")
@click.pass_obj
def other_times(folder: Path) -> None:
    """Have none in the hours in which the last ones went unanswered."""
    _like(folder, "other-times")


@suggest.command()
@click.option("--until", metavar="D", help="Until this date; 28 days if not given.")
@click.pass_obj
def pause(folder: Path, until: str | None) -> None:
    """Have none for a while."""
    _like(folder, "pause", until)


@suggest.command()
@click.pass_obj
def stop(folder: Path) -> None:
    """Have no more suggestions; holds until you say start."""
    _like(folder, "stop")


@suggest.command()
@click.pass_obj
def start(folder: Path) -> None:
    """Have suggestions again, as at the beginning."""
    _like(folder, "start")


@suggest.command()
@click.argument("hours", nargs=-1)
@click.option("--any-time", is_flag=True, help="At any time but quiet hours.")
@json_option
@click.pass_obj
def welcome(
    folder: Path, hours: tuple[str, ...], *, any_time: bool, as_json: bool
) -> None:
    """Say when suggestions are welcome: "Mon-Fri 18:00-20:00" "weekends 10-14"."""
    _hours(folder, "welcome", hours, nothing=any_time, as_json=as_json)


@suggest.command()
@click.argument("hours", nargs=-1)
@click.option("--unknown", is_flag=True, help="Take back what was said.")
@json_option
@click.pass_obj
def mine(folder: Path, hours: tuple[str, ...], *, unknown: bool, as_json: bool) -> None:
    """Say when you are usually free yourself: "Tue, Thu 18:30-22"."""
    _hours(folder, "free", hours, nothing=unknown, as_json=as_json)


def _texts(texts: list[str], *, as_json: bool) -> None:
    if as_json:
        print_json(texts)
        return
    for text in texts:
        click.echo(text)


def _hours(
    folder: Path, about: str, given: tuple[str, ...], *, nothing: bool, as_json: bool
) -> None:
    asked: Json = {"do": "suggest.onboarding"}
    if given or nothing:
        asked[about] = [] if nothing else list(given)
    told = _do(folder, asked)[about]
    if as_json:
        print_json(told)
    else:
        click.echo("; ".join(told) or "not said")


def _like(folder: Path, how: str, until: str | None = None) -> None:
    asked: Json = {"do": "suggest.like", "how": how}
    if until is not None:
        zone = SystemClock().zone()
        day = local_date(until)
        asked["until"] = datetime(day.year, day.month, day.day, tzinfo=zone).isoformat()
    _do(folder, asked)


def _answer(told: Json, *, as_json: bool) -> None:
    if as_json:
        print_json({name: told[name] for name in ("suggestion", "silent_because")})
        return
    _print(told, why=False)
    if told["suggestion"] is not None:
        answers = "answer: unplug suggest plan · another · not-now · never"
        click.echo(answers, err=True)


def _print(told: Json, *, why: bool) -> None:
    suggestion = told["suggestion"]
    if suggestion is None:
        click.echo(f"nobody now: {told['silent_because']}")
        return
    start = datetime.fromisoformat(suggestion["slot"]["start"])
    end = datetime.fromisoformat(suggestion["slot"]["end"])
    person, step = printable(suggestion["person"]), suggestion["step"]
    click.echo(f"{person}: {step}, {start:%A %d %b %H:%M} to {end:%H:%M}")
    click.echo(printable(suggestion["why"]))
    if told.get("warm_up"):
        click.echo(printable(f"Easy first: say hello to {told['warm_up']}."))
    if told.get("question"):
        click.echo(f"To bring along: {told['question']}")
    if why:
        for each in told["factors"]:
            click.echo(f"{each['name']:>12}  {each['value']:6.3f}  {each['figures']}")


def _do(folder: Path, asked: Json) -> Json:
    from unplug.engine.suggestions.access import request  # noqa: PLC0415  (the rules)

    return request(folder, SystemClock(), asked)
