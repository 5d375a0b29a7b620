"""The one launcher: a command goes to the command line, none starts the tray.

Nothing here loads Qt until it is certain that a window is wanted, and nothing loads
the command line's parser into the tray.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from unplug.clock import Clock


def main() -> None:
    """Run what the program was called for; leaves with its exit status."""
    match sys.argv[1:]:
        case []:
            folder = None
        case ["--data-dir", folder] if not Path(folder).is_file():
            pass  # as it is started at login; the parser would stay in memory, 2 MB
        case _:
            _command()
    from unplug.errors import UnplugError  # noqa: PLC0415  (not for commands)
    from unplug.paths import data_dir  # noqa: PLC0415

    try:
        sys.exit(Windows().start(data_dir(folder)))
    except UnplugError as error:
        _say(str(error))
        sys.exit(1)


class Windows:
    """The tray and the windows, as the command line borrows them."""

    def start(self, folder: Path) -> int:
        """Run the tray app on a data folder; without a display, in the terminal."""
        from ui.display import missing_display  # noqa: PLC0415  (not for commands)

        if reason := missing_display():
            _say(f"{reason} — tracking in this terminal instead, until Ctrl-C")
            sys.argv[1:] = ["--data-dir", str(folder), "track"]
            _command()
        _load_qt()
        from ui.app import run  # noqa: PLC0415  (Qt)

        return run(folder)

    def draw_views(self, folder: Path, target: Path, clock: "Clock") -> list[Path]:
        """Draw every view of a data folder, at some time, into image files."""
        _load_qt()
        from ui.app import looked_at  # noqa: PLC0415  (Qt)
        from ui.gallery import draw_views  # noqa: PLC0415

        with looked_at(folder, clock) as around:
            return draw_views(around, target)


def _load_qt() -> None:
    from ui.plain_imports import load_qt  # noqa: PLC0415  (Qt)

    load_qt()


def _command() -> NoReturn:
    """Hand over to the command line, which does not return."""
    from unplug.cli.main import main as command_line  # noqa: PLC0415  (click)

    command_line(Windows())
    sys.exit(0)


def _say(sentence: str) -> None:
    if sys.stderr is not None:  # Windows gives a windowed program none
        sys.stderr.write(f"unplug: {sentence}\n")


if __name__ == "__main__":
    main()
