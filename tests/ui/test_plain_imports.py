import subprocess
import sys


def test_no_source_is_read_or_kept_once_qt_is_loaded() -> None:
    code = (
        "import builtins, linecache, sys;"
        "before = builtins.__import__;"
        "from ui.plain_imports import load_qt; load_qt();"
        "import ui.tray_app;"
        "print(builtins.__import__ is before);"
        "ours = {m.__file__ for n, m in sys.modules.items() if n[:3] == 'ui.'};"
        "print(ours & set(linecache.cache) or len(ours) > 20)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]
