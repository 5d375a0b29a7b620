"""Something that is tried beside the loop, and asked about until it is over."""

from unplug.engine.refusing import refuse
from unplug.errors import UnplugError


class Trying:
    """One try at a time, and how the last one ended.

    Attributes:
        on: whether one is under way.
        error: what was the matter the last time; None: nothing, or it was told.
        note: what else is to be said of it; may be empty.
    """

    def __init__(self) -> None:
        self.on = False
        self.error: UnplugError | None = None
        self.note = ""

    def begin(self, what: str) -> None:
        """Begin one.

        Raises:
            UnplugError: another is still under way.
        """
        if self.on:
            refuse("it is being tried already", what, "wait a moment")
        self.on, self.error, self.note = True, None, ""

    def end(self, error: UnplugError | None = None) -> None:
        """It is over."""
        self.on, self.error = False, error

    def tell(self) -> None:
        """Say once what was the matter, when it is over.

        Raises:
            UnplugError: it did not go well.
        """
        if self.on or self.error is None:
            return
        error, self.error = self.error, None
        raise error
