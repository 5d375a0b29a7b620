"""The command line's entry: finds the command, imports no more than it needs."""

import errno
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from unplug import __version__
from unplug.cli.front import Front
from unplug.cli.output import accept_any_text, is_unread
from unplug.errors import UnplugError
from unplug.paths import REPORT_NAME
from unplug.paths import data_dir as chosen_folder

COMMANDS = {
    "demo": ("unplug.cli.demo", "demo", "Look at unplug with a made-up month."),
    "doctor": ("unplug.cli.doctor", "doctor", "Say what serves each signal here."),
    "erase": ("unplug.cli.erase", "erase", "Erase what unplug knows."),
    "export": ("unplug.cli.exporting", "export", "Write everything to a folder."),
    "home": ("unplug.cli.home", "home", "Tell a Home Assistant of yours."),
    "import": ("unplug.cli.importing", "import_", "Take in another program's data."),
    "insights": ("unplug.cli.insights", "insights", "Say what stands out this week."),
    "people": ("unplug.cli.people", "people", "See who matters, and log meetings."),
    "plan": ("unplug.cli.plan", "plan", "Plan device-free time that comes again."),
    "record": ("unplug.cli.record", "record", "Write what the desktop says to FILE."),
    "replay": ("unplug.cli.replay", "replay", "Say what a recording adds up to."),
    "session": ("unplug.cli.session", "session", "Start and end device-free time."),
    "status": ("unplug.cli.status", "status", "Show the present in short."),
    "suggest": ("unplug.cli.suggest", "suggest", "Say whom to see, and why."),
    "track": ("unplug.cli.track", "track", "Track in this terminal, without a tray."),
    "trip": ("unplug.cli.trip", "trip", "Go offline together with a group."),
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

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; put what goes wrong into a sentence."""
        try:
            return super().invoke(ctx)
        except UnplugError as error:
            click.echo(f"unplug: {error}", err=True)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except OSError as error:
            if is_unread(error):
                raise BrokenPipeError(errno.EPIPE, "nobody reads") from error
            _report(ctx.obj)
        except Exception:  # noqa: BLE001  (our bug: report it instead of a bare traceback)
            _report(ctx.obj)
        return ctx.exit(1)


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option(
    "--data-dir",
    # Whether it can be read is for the command to say, however the folder was named.
    type=click.Path(file_okay=False, readable=False, path_type=Path),
    help="Keep everything in this folder.",
)
@click.version_option(__version__, prog_name="unplug")
@click.pass_context
def unplug(context: click.Context, data_dir: Path | None) -> None:
    """Less screen, more people. Without a command: start the tray app."""
    front: Front = context.obj
    context.meta["unplug.front"] = front
    context.obj = chosen_folder(data_dir)
    if context.invoked_subcommand is None:
        context.exit(front.start(context.obj))


def main(front: Front) -> None:
    """Run the command that the program was called with; does not return.

    Args:
        front: the tray and the windows.
    """
    accept_any_text()
    unplug.main(prog_name="unplug", obj=front)


def _report(folder: object) -> None:
    """Tell of a bug of ours."""
    report = _saved_report(folder)
    told = f"unplug: something went wrong, report saved at {report}"
    click.echo(told, err=True)


def _saved_report(folder: object) -> str:
    """Write the traceback where the user can find it."""
    text = traceback.format_exc()
    if isinstance(folder, Path):
        report = folder / REPORT_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            report.touch(mode=0o600)
            report.write_text(text, encoding="utf-8", errors="replace")
        except OSError:
            pass
        else:
            return str(report)
    sys.stderr.write(text)
    return "the lines above"
