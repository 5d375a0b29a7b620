"""What could not be read, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that could not be read as it should be; nothing is lost.

    Attributes:
        file: the file's name, as the user knows it.
        line: from 1; 0 for the file as a whole.
        what: the reason, in lower case, without a full stop.
    """

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"
