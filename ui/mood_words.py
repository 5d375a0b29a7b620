"""Moods in words: the same ones in the tray, the window and the charts."""

from PySide6.QtCore import QCoreApplication

MARKS = range(1, 6)
translate = QCoreApplication.translate


def mark_name(mark: int) -> str:
    """A mark, 1 to 5, in a word."""
    return (
        translate("Mood", "low"),
        translate("Mood", "rather low"),
        translate("Mood", "so-so"),
        translate("Mood", "good"),
        translate("Mood", "very good"),
    )[mark - 1]
