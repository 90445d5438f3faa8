"""The table that an operator publishes, for pages, downloads and the service."""

from dataclasses import dataclass
from pathlib import Path

from parks.catalogue import EMBEDDED, open_edition
from parks.edition import Edition
from parks.errors import UnreadableFileError


@dataclass(frozen=True, slots=True)
class Publication:
    """
    What is published, and where it comes from.

    Attributes
    ----------
    table
        The operator's table; None for the built-in one.
    """

    table: Path | None = None

    def open(self) -> Edition:
        """
        Open the edition as it is now.

        Raises
        ------
        ParksError
            As `open_edition`; without the folder that the table lies in, which is
            nobody's business outside.
        """
        if self.table is None:
            return open_edition(EMBEDDED)
        try:
            return open_edition(self.table)
        except UnreadableFileError as error:
            facts = {**error.facts, "name": self.table.name}
            raise UnreadableFileError(**facts) from error
