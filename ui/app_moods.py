"""Mood notes that windows and the tray wish for, passed on to whoever keeps them."""

from collections.abc import Callable

from ui.ports import Moods
from ui.tray.mood_menu import MoodMenu
from ui.wishes import MoodWish


class MoodWishes:
    """Hears the tray and the pages.

    Args:
        moods: who keeps the notes.
        changed: called after each.
    """

    def __init__(self, moods: Moods, changed: Callable[[], None]) -> None:
        self._moods = moods
        self._changed = changed

    def connect(
        self,
        menu: MoodMenu,
        grant_by: Callable[[type, Callable[[MoodWish], object]], None],
    ) -> None:
        """Hear the tray's menu, and the pages.

        Args:
            menu: the tray's lines.
            grant_by: has somebody see to the wishes of a kind.
        """
        menu.noted.connect(self.note)
        grant_by(MoodWish, self.note)

    def note(self, wish: MoodWish) -> None:
        """Keep a note.

        Raises:
            UnplugError: the disk does not take it.
        """
        self._moods.note(wish.mark, wish.word)
        self._changed()
