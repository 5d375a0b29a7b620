"""The command line's entry: finds the command, imports no more than it needs."""

import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click

from unplug import __version__
from unplug.errors import UnplugError
from unplug.paths import data_dir

StartTray = Callable[[Path], int]

COMMANDS = {
    "demo": ("unplug.cli.demo", "demo", "Look at unplug with a made-up month."),
    "doctor": ("unplug.cli.doctor", "doctor", "Say what serves each signal here."),
    "erase": ("unplug.cli.erase", "erase", "Erase what unplug knows."),
    "export": ("unplug.cli.exporting", "export", "Write everything to a folder."),
    "import": ("unplug.cli.importing", "import_", "Take in another program's data."),
    "record": ("unplug.cli.record", "record", "Write what the desktop says to FILE."),
    "replay": ("unplug.cli.replay", "replay", "Say what a recording adds up to."),
    "status": ("unplug.cli.status", "status", "Show the present in short."),
    "track": ("unplug.cli.track", "track", "Track in this terminal, without a tray."),
    "usage": ("unplug.cli.usage", "usage", "Show where screen time went."),
}


class LazyGroup(click.Group):
    """A group that imports a command when it is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands without importing them."""
        rows = [(name, short) for name, (_, _, short) in sorted(COMMANDS.items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep everything in this folder.",
)
@click.version_option(__version__, prog_name="unplug")
@click.pass_context
def unplug(context: click.Context, data_dir: Path | None) -> None:
    """Less screen, more people. Without a command: start the tray app."""
    start_tray: StartTray = context.obj
    folder = _folder(data_dir)
    context.obj = folder
    if context.invoked_subcommand is None:
        context.exit(start_tray(folder))


def main(start_tray: StartTray) -> None:
    """Run the command that the program was called with; does not return.

    Args:
        start_tray: starts the tray app on a data folder; returns the exit code.
    """
    try:
        unplug.main(prog_name="unplug", obj=start_tray)
    except UnplugError as error:
        click.echo(f"unplug: {error}", err=True)
        sys.exit(1)
    except Exception:  # noqa: BLE001  (our bug: report it instead of a bare traceback)
        report = _saved_report()
        click.echo(f"unplug: something went wrong, report saved at {report}", err=True)
        sys.exit(1)


def _folder(chosen: Path | None) -> Path:
    return data_dir(chosen)


def _saved_report() -> str:
    """Write the traceback where the user can find it."""
    folder = data_dir()
    text = traceback.format_exc()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        report = folder / "last-error.txt"
        report.write_text(text, encoding="utf-8")
    except OSError:
        click.echo(text, err=True)
        return "the lines above"
    return str(report)
