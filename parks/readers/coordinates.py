"""Which of a table's coordinates are places, and in which reference system."""

from collections.abc import Sequence

from parks.model import Problem
from parks.readers import columns
from parks.readers.doubts import Doubts
from parks.readers.raw import RawTable


class Coordinates:
    """
    Keeps longitude and latitude under their fields only where they are WGS 84.

    Parameters
    ----------
    raw
        The table.
    keys, fields
        What each column is called, and what it means.
    doubts
        Where what is doubted is said.
    """

    def __init__(
        self,
        raw: RawTable,
        keys: Sequence[str],
        fields: Sequence[str | None],
        doubts: Doubts,
    ) -> None:
        self._raw = raw
        self._fields = fields
        self._doubts = doubts
        self._references = [key for key in keys if columns.names_reference_system(key)]
        self._is_watched = not set(columns.COORDINATES).isdisjoint(fields)
        self._named: dict[str, None] = {}
        self._bare: list[tuple[int, int]] = []
        self._has_any = False

    def settle(self, extra: dict[str, str]) -> None:
        """Move a row's coordinates away from "lon" and "lat" if they are no WGS 84."""
        if not self._is_watched:
            return
        has_own = any(extra.get(name) for name in columns.COORDINATES)
        self._has_any = self._has_any or has_own
        for reference in (extra[key] for key in self._references):
            if not columns.is_wgs84(reference):
                self._set_apart(extra, reference)
            elif has_own and not reference.strip():
                self._bare.append((self._doubts.seq, self._doubts.place))
                continue
            self._named[reference] = None

    def _set_apart(self, extra: dict[str, str], reference: str) -> None:
        for name in columns.COORDINATES:
            if extra.get(name):
                extra[f"{name} ({reference})"] = extra.pop(name)
        if reference not in self._named:
            self._doubts.add("lon", "datum-other", found=reference)

    def doubt_bare(self) -> list[Problem]:
        """Doubt the rows that name no reference system where others do."""
        found = "、".join(name for name in self._named if name.strip())
        if not found:
            return []
        return [
            Problem(seq, "lon", "datum-blank", found, "", place)
            for seq, place in self._bare
        ]

    def problems_of_table(self) -> list[Problem]:
        """List what concerns the columns of coordinates."""
        problems = [
            Problem(None, None, "datum-other", found=heading)
            for heading in self._raw.headings
            if columns.names_other_datum(heading)
        ]
        unread = "、".join(self._list_unread())
        if unread:
            problems.append(Problem(None, None, "coordinates-unread", unread))
        if self._has_any and not self._is_named():
            problems.append(Problem(None, "lon", "datum-assumed"))
        return problems

    def _list_unread(self) -> list[str]:
        """List the headings of coordinates that are no place, over columns of text."""
        return [
            " ".join(heading.split())
            for place, heading in enumerate(self._raw.headings)
            if self._fields[place] is None
            and columns.names_coordinates(heading)
            and any((row[place] or "").strip() for row in self._raw.rows)
        ]

    def _is_named(self) -> bool:
        """Say whether a heading or a row names the reference system."""
        headings = (
            heading
            for heading, field in zip(self._raw.headings, self._fields, strict=True)
            if field in columns.COORDINATES
        )
        return any(name.strip() for name in self._named) or any(
            map(columns.names_wgs84, headings)
        )
