"""Take new strings into the catalogues, and compile them for the windows.

Usage: python resources/translations/update.py

Catalogues are those of Qt Linguist (`unplug_LANGUAGE.ts`): open one there, or in a text
editor, fill in what is unfinished, and run this again. Strings that are gone from the
code go from the catalogues as well. Some texts that windows translate stand in
`unplug`, which knows no Qt; ``said_for_the_core`` lists them.
"""

import json
import shutil
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ui.trips.phrases import IN_WINDOWS, PHRASES
from unplug.settings.kinds import Address, Kind, Names, Switch, TimeOfDay, Whole
from unplug.settings.section import about, heading, in_words
from unplug.settings.sections import section_types, settings_of
from unplug.usage.insights.words import OFFERS, SENTENCES

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
COMPILED = ROOT / "ui" / "translations"


def tool(name: str) -> str:
    """One of Qt Linguist's tools, as PySide6 brings it."""
    found = shutil.which(f"pyside6-{name}", path=sysconfig.get_path("scripts"))
    if found is None:
        message = f"pyside6-{name} is not installed"
        raise SystemExit(message)
    return found


def catalogues() -> list[Path]:
    """The catalogues, one a language."""
    return sorted(HERE.glob("unplug_*.ts"))


def take_in(catalogue: Path) -> None:
    """Bring a catalogue to the strings that the code has now."""
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    command = [tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"]
    with TemporaryDirectory() as folder:
        core = Path(folder, "core.py")  # as lupdate wants it: literals in calls
        core.write_text("".join(map(_call, said_for_the_core())), "utf-8")
        command += [*sources, str(core), "-ts", str(catalogue)]
        subprocess.run(command, check=True)  # noqa: S603  (Qt's own tool)


def said_for_the_core() -> Iterator[tuple[str, str]]:
    """The contexts and texts that windows translate by what the core calls them."""
    for name, section_type in section_types().items():
        yield "Settings", in_words(name)
        yield "Settings", heading(section_type)
        for setting in settings_of(section_type):
            yield "Settings", in_words(setting.name)
            yield "Settings", about(setting).comment
            for text in said_of(about(setting).kind):
                yield "Settings", text
    for text in (*PHRASES, *IN_WINDOWS.values()):
        yield "Errors", text
    for text in (*SENTENCES.values(), *OFFERS.values()):
        yield "Insight", text


def said_of(kind: Kind[object]) -> Iterator[str]:
    """What is said of what fits into a setting, where it is the same for all of a kind.

    Windows have words of their own for the others.
    """
    if isinstance(kind, Whole):
        yield from filter(None, [kind.unit])
    elif not isinstance(kind, TimeOfDay | Address | Switch | Names):
        yield kind.bounds()


def _call(said: tuple[str, str]) -> str:
    context, text = (json.dumps(each, ensure_ascii=False) for each in said)
    return f"translate({context}, {text})\n"


def compile_to(catalogue: Path, folder: Path) -> Path:
    """Compile a catalogue; the same one gives the same bytes."""
    target = folder / f"{catalogue.stem}.qm"
    command = [tool("lrelease"), "-silent", str(catalogue), "-qm", str(target)]
    subprocess.run(command, check=True)  # noqa: S603  (Qt's own tool)
    return target


def unfinished(catalogue: Path) -> Iterator[tuple[str, str]]:
    """The contexts and texts that still have no translation."""
    root = ET.parse(catalogue).getroot()  # noqa: S314  (our own file)
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                yield context.findtext("name", ""), message.findtext("source", "")


def main() -> int:
    """Do it, and say what is left to translate."""
    left = 0
    for catalogue in catalogues():
        take_in(catalogue)
        compile_to(catalogue, COMPILED)
        for context, text in unfinished(catalogue):
            left += 1
            sys.stdout.write(f"{catalogue.name}: {context}: {text}\n")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
