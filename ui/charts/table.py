"""The numbers behind a picture, as a table and as CSV."""

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headers.

    Attributes:
        title: what they are about.
        headers: what each column is.
        rows: as many cells each as there are headers.
    """

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.headers):
                msg = f"a row has {len(self.headers)} cells, not {len(row)}"
                raise ValueError(msg)

    def as_csv(self) -> str:
        """The table for a spreadsheet; text that it could take for a formula is not."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.headers)
        writer.writerows([_plain(cell) for cell in row] for row in self.rows)
        return out.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "@", "\t", "\r")) else cell
