"""Plans out to calendar files and in from them."""

from dataclasses import dataclass
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.sessions.dated import calendar_plan
from unplug.engine.sessions.kept import plans
from unplug.engine.sessions.planning import put
from unplug.errors import UnplugError
from unplug.files import write_atomically
from unplug.sessions.forms import AnyPlan
from unplug.sessions.ics_reading import preview
from unplug.sessions.ics_writing import write_plans
from unplug.sessions.plan import Plan
from unplug.sessions.rhythms import IntervalPlan

_LONGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """What came out of a calendar.

    Attributes:
        names: the plans, by name.
        problems: what was passed over: the line, and why.
    """

    names: tuple[str, ...]
    problems: tuple[tuple[int, str], ...]


def export(folder: Path, clock: Clock, file: Path) -> tuple[str, ...]:
    """Write all plans that a calendar can hold.

    Returns:
        The names of those that follow use, which no calendar knows.

    Raises:
        UnplugError: the file cannot be written.
    """
    return write_calendar(plans(folder), clock, file)


def write_calendar(
    found: tuple[AnyPlan, ...], clock: Clock, file: Path
) -> tuple[str, ...]:
    """Write plans to a file, as ``export`` does."""
    now = clock.stamp().utc
    dated = [calendar_plan(p, now) for p in found if not isinstance(p, IntervalPlan)]
    write_atomically(file, [write_plans(dated, now)])
    return tuple(p.name for p in found if isinstance(p, IntervalPlan))


def read_calendar(file: Path) -> tuple[tuple[Plan, ...], tuple[tuple[int, str], ...]]:
    """What a file brings: plans, and the lines with what is wrong with them.

    Raises:
        UnplugError: the file cannot be read.
    """
    drafts, problems = preview(_text(file))
    return drafts, tuple((problem.line, problem.what) for problem in problems)


def take_in(folder: Path, clock: Clock, file: Path, *, only_look: bool) -> Taken:
    """Take plans from a file; those with a UID that is known are changed.

    Raises:
        UnplugError: the file cannot be read, or brings no plan at all.
    """
    drafts, told = read_calendar(file)
    if not drafts and not only_look:
        line, what = told[0] if told else (1, "there is no event in this file")
        failed, todo = "cannot take any plan", "export it again as iCalendar"
        raise UnplugError(failed, f"{file}, line {line}: {what}", todo)
    if drafts and not only_look:
        put(folder, clock, list(drafts))
    return Taken(tuple(draft.name for draft in drafts), told)


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LONGEST:
            failed, todo = "cannot read so large a calendar", "give one below 16 MiB"
            raise UnplugError(failed, file, todo)
        return file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        failed, todo = "cannot read the calendar", "name a file that can be read"
        raise UnplugError(failed, f"{file} ({error.strerror})", todo) from error
