"""The table that an operator publishes, for pages, downloads and the service."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from parks.catalogue import EMBEDDED, EMBEDDED_PATH, open_edition
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
        """Open the edition as it is now; raises what `open_edition` does."""
        return open_edition(EMBEDDED if self.table is None else self.table)

    def date(self) -> datetime:
        """
        Tell when the table was written last, to the second.

        Raises
        ------
        UnreadableFileError
            If it is not there.
        """
        path = self.table or EMBEDDED_PATH
        try:
            written = path.stat().st_mtime
        except OSError as error:
            raise UnreadableFileError(name=path.name, reason=error.strerror) from error
        return datetime.fromtimestamp(int(written), UTC)
