"""Write the Wayland bindings of unplug from the XML beside and below this file."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
PACKAGES = {
    HERE: TOP / "unplug" / "sensing" / "wayland" / "protocols",
    HERE / "overlay": TOP / "ui" / "overlay" / "layer_shell" / "protocols",
}
CORE = "wayland.py"  # comes with pywayland; ours only passes it on


def generate(target: Path, source: Path = HERE) -> list[Path]:
    """Write the bindings for the XML in a folder into another folder.

    Returns:
        The modules written, in the order of their names.
    """
    with TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "pywayland.scanner", "--output-dir", scratch]
        sources = sorted(str(xml) for xml in source.glob("*.xml"))
        subprocess.run(  # noqa: S603  (our own files)
            [*command, "--input", *sources],
            # It asks for the system's wayland.xml, and dies where nobody can be asked.
            env={**os.environ, "PKG_CONFIG": "false"},
            check=True,
            capture_output=True,
        )
        written = []
        for module in sorted(Path(scratch).glob("*.py")):
            if module.name != CORE:
                copy = target / module.name
                copy.write_bytes(module.read_bytes())
                written.append(copy)
        return written


if __name__ == "__main__":
    for folder, package in PACKAGES.items():
        generate(package, folder)
