"""The district of each row, which it may have from the rows and titles above."""

from geodata.district_names import find_district
from parks.readers import cells, columns
from parks.readers.doubts import Doubts
from parks.readers.repeats import is_ditto, say_ditto


class Districts:
    """
    Reads the district of row after row.

    Parameters
    ----------
    known
        Names that need no doubt, without 区, beside those that `geodata` knows.
    doubts
        Where what is inferred is said.
    has_column
        Whether the table has a column of districts.
    """

    def __init__(
        self, known: frozenset[str], doubts: Doubts, *, has_column: bool
    ) -> None:
        self._known = known
        self._doubts = doubts
        self._has_column = has_column
        self._titled: str | None = None
        self._seen: set[str] = set()

    def take_title(self, district: str) -> None:
        """Let the rows below a title have the district that it names."""
        self._titled = district

    def read(self, text: str | None, above: str | None, *, is_gap: bool) -> str | None:
        """
        Read the district, taking a merged cell's, a title's or 同上 from above.

        Parameters
        ----------
        text
            The cell; None where there is none.
        above
            The district of the row above.
        is_gap
            Whether row numbers are missing before the row.
        """
        is_blank = text is None or not text.strip()
        if self._titled and (is_blank or is_ditto(text or "")):
            self._doubts.add("district", "district-titled", used=self._titled)
            return self._titled
        if not self._has_column:
            return None
        if text is None or not text.strip():
            return self._inherit(above, is_missing=text is None, is_gap=is_gap)
        if is_ditto(text):
            say_ditto(self._doubts, "district", text, above)
            return above
        self._titled = None
        return self._name(text)

    def _name(self, text: str) -> str | None:
        name = self._doubts.take("district", cells.read_name(text))
        if name and name not in self._seen:
            self._seen.add(name)
            if not is_known(name, self._known):
                self._doubts.add("district", "district-unknown", name, name)
        return name

    def _inherit(
        self, above: str | None, *, is_missing: bool, is_gap: bool
    ) -> str | None:
        if above is None:
            code = "district-blank"
        elif is_gap:
            # The row that was skipped may have been the first of another district.
            code = "district-doubtful"
        else:
            code = "district-missing" if is_missing else "district-filled"
        self._doubts.add("district", code, "", above or "")
        return above


def is_known(name: str, known: frozenset[str]) -> bool:
    """Say whether a name is a district that needs no doubt."""
    return columns.is_known_district(name, known) or find_district(name) is not None


def find_short_name(name: str | None) -> str | None:
    """Give a district one name however rows write it; an unknown one keeps its own."""
    return None if name is None else find_district(name) or name
