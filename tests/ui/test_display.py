import socket
from pathlib import Path

from ui.display import missing_display


def test_without_any_display_it_says_so() -> None:
    assert "no display here" in (missing_display({}) or "")


def test_whoever_names_a_qt_platform_is_believed() -> None:
    assert missing_display({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_a_display_that_does_not_answer_is_named() -> None:
    reason = missing_display({"DISPLAY": ":6789"})
    assert reason == "no display answers at :6789"
    assert missing_display({"DISPLAY": "nonsense"}) is not None
    assert missing_display({"DISPLAY": "localhost:99999999999"}) is not None


def test_a_wayland_display_that_answers_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-7"))
        environment = {
            "WAYLAND_DISPLAY": "wayland-7",
            "XDG_RUNTIME_DIR": str(tmp_path),
        }
        assert missing_display(environment) is not None  # nobody listens yet
        listener.listen(1)
        assert missing_display(environment) is None
