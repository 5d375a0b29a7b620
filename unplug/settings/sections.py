"""All settings: the one place that says what there is, what fits and what it does.

The file's template, the checks, the manual's table and the settings page are made from
these classes. To add a setting, add a line; to add a section, add a class and a line.
"""

from dataclasses import Field, dataclass, field, fields
from datetime import datetime
from typing import Any, cast

from unplug.days import in_hours, minute_of_day
from unplug.settings.kinds import (
    Address,
    Country,
    Keys,
    Line,
    LocalAddress,
    Names,
    TimeOfDay,
    Whole,
)
from unplug.settings.section import Section, setting, switch

TEN_YEARS_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Tracking(Section):
    """What is counted, and what is never kept."""

    idle_after_s: int = setting(
        120,
        Whole(10, 3600, "seconds"),
        "Without any input for this long you count as idle, from the last input on.",
    )
    titles: bool = switch(
        "Whether the titles of windows are kept beside the names of apps.", on=False
    )
    excluded_apps: tuple[str, ...] = setting(
        (),
        Names(),
        "Apps whose use is counted, but never under their name.",
    )


@dataclass(frozen=True, slots=True)
class Days(Section):
    """How time is cut into days."""

    starts_at: str = setting(
        "04:00",
        TimeOfDay("00:00", "12:00"),
        "When a day starts, local time, so that a late night is still one evening.",
    )

    @property
    def start_min(self) -> int:
        """Minutes after local midnight at which a day starts."""
        return minute_of_day(self.starts_at)


@dataclass(frozen=True, slots=True)
class History(Section):
    """How long things are kept."""

    keep_spans_days: int = setting(
        90,
        Whole(0, TEN_YEARS_DAYS, "days"),
        "How long single stretches are kept, 0 for ever; totals by day always stay.",
    )
    backups: int = setting(
        7,
        Whole(0, 365, "copies"),
        "How many daily copies of the database are kept, 0 for none.",
    )


@dataclass(frozen=True, slots=True)
class Tray(Section):
    """What the icon shows."""

    ring: bool = switch(
        "Whether a ring round the icon shows today against your usual day.", on=True
    )
    top_apps: int = setting(
        3,
        Whole(0, 3, "apps"),
        "How many of today's apps the menu names.",
    )


@dataclass(frozen=True, slots=True)
class Sessions(Section):
    """What device-free sessions wait for, and what they do to the desktop."""

    wait_in_calls: bool = switch(
        "Whether a session waits while an app says that it is in a call.", on=True
    )
    wait_for_camera: bool = switch(
        "Whether it waits while a camera is in use.", on=True
    )
    wait_for_microphone: bool = switch(
        "Whether it waits while a microphone is in use.", on=True
    )
    wait_while_sharing: bool = switch(
        "Whether it waits while the screen is shared or recorded.", on=True
    )
    wait_in_full_screen: bool = switch(
        "Whether it waits while a window fills the screen.", on=True
    )
    wait_while_presenting: bool = switch(
        "Whether it waits while slides are shown.", on=True
    )
    wait_in_do_not_disturb: bool = switch(
        "Whether it waits while you have do-not-disturb on.", on=True
    )
    wait_for_apps: tuple[str, ...] = setting(
        (),
        Names(),
        "Apps that it waits for while one of them has the focus.",
    )
    calendars: tuple[str, ...] = setting(
        (),
        Names(),
        "Calendars (.ics files or folders of them) whose meetings it stays out of.",
    )
    all_day_events: bool = switch(
        "Whether events of these calendars without a time of day count, too.", on=False
    )
    wait_on_battery: bool = switch(
        "Whether it waits while the computer runs on its battery.", on=False
    )
    do_not_disturb: bool = switch(
        "Whether notifications are held back during a session.", on=True
    )
    pause_media: bool = switch(
        "Whether what plays is paused when a session begins.", on=False
    )
    screens_off: bool = switch(
        "Whether the screens go dark a minute into a session of half an hour or more.",
        on=False,
    )
    lock: bool = switch(
        "Whether the screen is locked a minute into such a session.", on=False
    )
    skips_a_week: int = setting(
        3,
        Whole(0, 50, "skips"),
        "How many firm sessions can be skipped in any seven days.",
    )
    exits_a_week: int = setting(
        3,
        Whole(0, 50, "early ends"),
        "How many firm sessions can be ended early so; your computer is always yours.",
    )
    ask_feeling: bool = switch(
        "Whether you are asked after a session how it felt.", on=True
    )
    country: str = setting(
        "",
        Country(),
        "Whose public holidays count for plans that rest on them.",
    )
    unplug_now_keys: str = setting(
        "",
        Keys(),
        "Keys that begin half an hour of device-free time, whatever has the focus.",
    )
    postpone_keys: str = setting(
        "",
        Keys(),
        "Keys that move the session that is announced.",
    )


@dataclass(frozen=True, slots=True)
class Reading(Section):
    """How device-free time looks on the screen."""

    text_percent: int = setting(
        100,
        Whole(80, 200, "percent"),
        "How large its text is, on top of the desktop's own size.",
    )
    reduced_motion: bool = switch(
        "Whether nothing moves, so that the breathing guide is words alone.", on=False
    )


@dataclass(frozen=True, slots=True)
class Trips(Section):
    """Groups that go offline together."""

    keyring: bool = switch(
        "Whether the keys of trips go into the desktop's keyring, where there is one.",
        on=True,
    )


@dataclass(frozen=True, slots=True)
class OwnBroker(Section):
    """A broker on this computer for the trips that you organise."""

    on: bool = switch(
        "Whether this computer listens in the local network while unplug runs, "
        "without a password; what passes is sealed.",
        on=False,
    )
    port: int = setting(
        1883,
        Whole(1, 65_535, ""),
        "On which port it listens.",
    )
    address: str = setting(
        "",
        LocalAddress(),
        "At which of its addresses, where it has several.",
    )


@dataclass(frozen=True, slots=True)
class Calendar(Section):
    """The calendar on a server that windows of trips are put into."""

    url: str = setting(
        "",
        Address(("https", "http"), "https://cloud.example.org/dav/ana/home/"),
        "Where it is; set by `unplug trip calendar`, which keeps the password, too.",
    )
    user: str = setting(
        "",
        Line(),
        "The name by which its server knows you.",
    )


@dataclass(frozen=True, slots=True)
class Home(Section):
    """A Home Assistant of yours that is told when you are unplugged."""

    broker: str = setting(
        "",
        Address(("mqtt", "mqtts"), "mqtt://homeassistant.local"),
        "The MQTT broker it listens to; set by `unplug home`, with its password.",
    )


@dataclass(frozen=True, slots=True)
class Suggestions(Section):
    """When unplug may suggest somebody to see, and what."""

    on: bool = switch(
        "Whether unplug suggests somebody to see when screen time runs high.", on=True
    )
    per_day: int = setting(
        1,
        Whole(1, 2, "suggestions"),
        "At most so many suggestions a day; in a week there are never more than 5.",
    )
    quiet_from: str = setting(
        "22:00",
        TimeOfDay(),
        "From when on nothing is suggested, local time.",
    )
    quiet_until: str = setting(
        "08:00",
        TimeOfDay(),
        "Until when nothing is suggested; the same time twice: no quiet hours.",
    )
    wind_down: bool = switch(
        "Whether any screen time in the late evening counts as high.", on=False
    )
    wind_down_at: str = setting(
        "21:00",
        TimeOfDay("12:00", "23:59"),
        "When that late evening begins.",
    )
    limit_min: int = setting(
        0,
        Whole(0, 24 * 60, "minutes"),
        "Screen time a day above which it counts as high, 0 for no such limit.",
    )
    cost_most: int = setting(
        2,
        Whole(0, 3, "steps"),
        "What a suggestion may cost: 0 nothing, 1 a coffee, 2 a meal, 3 more.",
    )

    @property
    def quiet_hours(self) -> tuple[int, int] | None:
        """The quiet hours ``[start, end)`` in minutes after local midnight.

        The end may be on the next day; None: there are none.
        """
        hours = minute_of_day(self.quiet_from), minute_of_day(self.quiet_until)
        return None if hours[0] == hours[1] else hours

    def quiet_at(self, local: datetime) -> bool:
        """Whether a local time is in the quiet hours."""
        hours = self.quiet_hours
        return hours is not None and in_hours(local, *hours)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; a section's docstring is its heading in the file."""

    tracking: Tracking = field(default_factory=Tracking)
    days: Days = field(default_factory=Days)
    history: History = field(default_factory=History)
    tray: Tray = field(default_factory=Tray)
    sessions: Sessions = field(default_factory=Sessions)
    reading: Reading = field(default_factory=Reading)
    trips: Trips = field(default_factory=Trips)
    own_broker: OwnBroker = field(default_factory=OwnBroker)
    calendar: Calendar = field(default_factory=Calendar)
    home: Home = field(default_factory=Home)
    suggestions: Suggestions = field(default_factory=Suggestions)


def section_types() -> dict[str, type[Section]]:
    """The sections by name, in the order of the file."""
    return {
        each.name: cast("type[Section]", each.default_factory)
        for each in fields(Settings)
    }


def settings_of(section_type: type[Section]) -> "tuple[Field[Any], ...]":
    """The fields of a section, in the order of the file."""
    return fields(cast("Any", section_type))
