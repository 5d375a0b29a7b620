"""Write ``unplug/sensing/wayland_protocols`` from the XML beside this file."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "unplug" / "sensing" / "wayland_protocols"
CORE = "wayland.py"  # comes with pywayland; ours only passes it on


def generate(target: Path) -> list[Path]:
    """Write the bindings into a folder.

    Returns:
        The modules written, in the order of their names.
    """
    with TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "pywayland.scanner", "--output-dir", scratch]
        sources = sorted(str(xml) for xml in HERE.glob("*.xml"))
        subprocess.run([*command, "--input", *sources], check=True, capture_output=True)  # noqa: S603  (our own files)
        written = []
        for module in sorted(Path(scratch).glob("*.py")):
            if module.name != CORE:
                copy = target / module.name
                copy.write_bytes(module.read_bytes())
                written.append(copy)
        return written


if __name__ == "__main__":
    generate(PACKAGE)
