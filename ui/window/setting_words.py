"""The texts of settings, word for word, so that they are found for translation.

They stand in `unplug.settings.sections`; a test holds both together.
"""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def texts() -> tuple[str, ...]:
    """All sections, their lines, and the names and comments of their settings."""
    return (
        translate("Settings", "Tracking"),
        translate("Settings", "What is counted, and what is never kept."),
        translate("Settings", "Idle after"),
        translate(
            "Settings",
            "Without any input for this long you count as idle, from the "
            "last input on.",
        ),
        translate("Settings", "Titles"),
        translate(
            "Settings",
            "Whether the titles of windows are kept beside the names of apps.",
        ),
        translate("Settings", "Excluded apps"),
        translate("Settings", "Apps whose use is counted, but never under their name."),
        translate("Settings", "Days"),
        translate("Settings", "How time is cut into days."),
        translate("Settings", "Starts at"),
        translate(
            "Settings",
            "When a day starts, local time, so that a late night is still one evening.",
        ),
        translate("Settings", "History"),
        translate("Settings", "How long things are kept."),
        translate("Settings", "Keep spans days"),
        translate(
            "Settings",
            "How long single stretches are kept, 0 for ever; totals by "
            "day always stay.",
        ),
        translate("Settings", "Backups"),
        translate(
            "Settings", "How many daily copies of the database are kept, 0 for none."
        ),
        translate("Settings", "Tray"),
        translate("Settings", "What the icon shows."),
        translate("Settings", "Ring"),
        translate(
            "Settings",
            "Whether a ring round the icon shows today against your usual day.",
        ),
        translate("Settings", "Top apps"),
        translate("Settings", "How many of today's apps the menu names."),
        translate("Settings", "Sessions"),
        translate(
            "Settings",
            "What device-free sessions wait for, and what they do to the desktop.",
        ),
        translate("Settings", "Wait in calls"),
        translate(
            "Settings",
            "Whether a session waits while an app says that it is in a call.",
        ),
        translate("Settings", "Wait for camera"),
        translate("Settings", "Whether it waits while a camera is in use."),
        translate("Settings", "Wait for microphone"),
        translate("Settings", "Whether it waits while a microphone is in use."),
        translate("Settings", "Wait while sharing"),
        translate(
            "Settings", "Whether it waits while the screen is shared or recorded."
        ),
        translate("Settings", "Wait in full screen"),
        translate("Settings", "Whether it waits while a window fills the screen."),
        translate("Settings", "Wait while presenting"),
        translate("Settings", "Whether it waits while slides are shown."),
        translate("Settings", "Wait in do not disturb"),
        translate("Settings", "Whether it waits while you have do-not-disturb on."),
        translate("Settings", "Wait for apps"),
        translate(
            "Settings", "Apps that it waits for while one of them has the focus."
        ),
        translate("Settings", "Calendars"),
        translate(
            "Settings",
            "Calendars (.ics files or folders of them) whose meetings it stays out of.",
        ),
        translate("Settings", "All day events"),
        translate(
            "Settings",
            "Whether events of these calendars without a time of day count, too.",
        ),
        translate("Settings", "Wait on battery"),
        translate(
            "Settings", "Whether it waits while the computer runs on its battery."
        ),
        translate("Settings", "Do not disturb"),
        translate("Settings", "Whether notifications are held back during a session."),
        translate("Settings", "Pause media"),
        translate("Settings", "Whether what plays is paused when a session begins."),
        translate("Settings", "Screens off"),
        translate(
            "Settings",
            "Whether the screens go dark a minute into a session of half "
            "an hour or more.",
        ),
        translate("Settings", "Lock"),
        translate(
            "Settings", "Whether the screen is locked a minute into such a session."
        ),
        translate("Settings", "Skips a week"),
        translate(
            "Settings", "How many firm sessions can be skipped in any seven days."
        ),
        translate("Settings", "Exits a week"),
        translate(
            "Settings",
            "How many firm sessions can be ended early so; your computer "
            "is always yours.",
        ),
        translate("Settings", "Ask feeling"),
        translate("Settings", "Whether you are asked after a session how it felt."),
        translate("Settings", "Country"),
        translate(
            "Settings", "Whose public holidays count for plans that rest on them."
        ),
        translate("Settings", "Unplug now keys"),
        translate(
            "Settings",
            "Keys that begin half an hour of device-free time, whatever has the focus.",
        ),
        translate("Settings", "Postpone keys"),
        translate("Settings", "Keys that move the session that is announced."),
        translate("Settings", "Reading"),
        translate("Settings", "How device-free time looks on the screen."),
        translate("Settings", "Text percent"),
        translate(
            "Settings", "How large its text is, on top of the desktop's own size."
        ),
        translate("Settings", "Reduced motion"),
        translate(
            "Settings",
            "Whether nothing moves, so that the breathing guide is words alone.",
        ),
        translate("Settings", "Trips"),
        translate("Settings", "Groups that go offline together."),
        translate("Settings", "Keyring"),
        translate(
            "Settings",
            "Whether the keys of trips go into the desktop's keyring, "
            "where there is one.",
        ),
        translate("Settings", "Own broker"),
        translate(
            "Settings", "A broker on this computer for the trips that you organise."
        ),
        translate("Settings", "On"),
        translate(
            "Settings",
            "Whether this computer listens in the local network while unplug runs, "
            "without a password; what passes is sealed.",
        ),
        translate("Settings", "Port"),
        translate("Settings", "On which port it listens."),
        translate("Settings", "Address"),
        translate("Settings", "At which of its addresses, where it has several."),
        translate("Settings", "Calendar"),
        translate(
            "Settings", "The calendar on a server that windows of trips are put into."
        ),
        translate("Settings", "Url"),
        translate(
            "Settings",
            "Where it is; set by `unplug trip calendar`, "
            "which keeps the password, too.",
        ),
        translate("Settings", "User"),
        translate("Settings", "The name by which its server knows you."),
        translate("Settings", "Home"),
        translate(
            "Settings", "A Home Assistant of yours that is told when you are unplugged."
        ),
        translate("Settings", "Broker"),
        translate(
            "Settings",
            "The MQTT broker it listens to; set by `unplug home`, with its password.",
        ),
        translate("Settings", "Suggestions"),
        translate("Settings", "When unplug may suggest somebody to see, and what."),
        translate("Settings", "On"),
        translate(
            "Settings",
            "Whether unplug suggests somebody to see when screen time runs high.",
        ),
        translate("Settings", "Per day"),
        translate(
            "Settings",
            "At most so many suggestions a day; in a week there are never more than 5.",
        ),
        translate("Settings", "Quiet from"),
        translate("Settings", "From when on nothing is suggested, local time."),
        translate("Settings", "Quiet until"),
        translate(
            "Settings",
            "Until when nothing is suggested; the same time twice: no quiet hours.",
        ),
        translate("Settings", "Wind down"),
        translate(
            "Settings", "Whether any screen time in the late evening counts as high."
        ),
        translate("Settings", "Wind down at"),
        translate("Settings", "When that late evening begins."),
        translate("Settings", "Limit min"),
        translate(
            "Settings",
            "Screen time a day above which it counts as high, 0 for no such limit.",
        ),
        translate("Settings", "Cost most"),
        translate(
            "Settings",
            "What a suggestion may cost: 0 nothing, 1 a coffee, 2 a meal, 3 more.",
        ),
    )
