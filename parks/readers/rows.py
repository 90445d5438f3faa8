"""From a raw table to rows: what every format has in common."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from parks.model import Problem, Row
from parks.readers import cells, columns
from parks.readers.cells import Reading, Value
from parks.readers.raw import RawTable, Repair

_COORDINATES: Final = ("lon", "lat")


def build_rows(
    raw: RawTable,
    known_districts: frozenset[str],
    meanings: Sequence[str | None] | None = None,
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """
    Understand the cells of a raw table.

    Parameters
    ----------
    raw
        The table; its headings need a park or a zone column.
    known_districts
        Names that need no doubt, without 区.
    meanings
        What each column means; by default what its heading says.

    Returns
    -------
    tuple of Row
        One for each raw row that is not blank. `Row.extra` holds the columns
        without meaning here by their heading, and the text of 经度 and 纬度
        under "lon" and "lat".
    tuple of Problem
        First those of the whole table, then row by row.
    """
    builder = _RowBuilder(
        raw, known_districts, meanings or columns.assign(raw.headings)
    )
    for index, texts in enumerate(raw.rows):
        builder.add(index, texts)
    return tuple(builder.rows), tuple(builder.problems_of_table() + builder.problems)


class _RowBuilder:
    """Builds row after row; each may inherit from those above it."""

    def __init__(
        self,
        raw: RawTable,
        known_districts: frozenset[str],
        fields: Sequence[str | None],
    ) -> None:
        self.rows: list[Row] = []
        self.problems: list[Problem] = []
        self._raw = raw
        self._known_districts = known_districts
        self._fields = fields
        self._keys = tuple(_keys(raw.headings, self._fields))
        self._references = [
            key for key in self._keys if columns.names_reference_system(key)
        ]
        self._repairs: dict[int, list[Repair]] = {}
        for repair in raw.repairs:
            if repair.row is not None:
                self._repairs.setdefault(repair.row, []).append(repair)
        self._doubted: set[str] = set()
        self._blank = 0

    def problems_of_table(self) -> list[Problem]:
        """List what concerns no single row."""
        problems = [
            Problem(None, self._column(repair), repair.code, repair.found, repair.used)
            for repair in self._raw.repairs
            if repair.row is None
        ]
        problems += [
            Problem(None, name, "column-missing")
            for name in columns.ROW_FIELDS
            if name not in self._fields
        ]
        problems += [
            Problem(None, None, "datum-other", found=heading)
            for heading in self._raw.headings
            if columns.names_other_datum(heading)
        ]
        if self._blank:
            problems.append(Problem(None, None, "rows-blank", used=str(self._blank)))
        if not self.rows:
            problems.append(Problem(None, None, "table-empty"))
        return problems

    def add(self, index: int, texts: Sequence[str | None]) -> None:
        """Add a raw row, unless it is blank."""
        if not any(text and text.strip() for text in texts):
            self._blank += 1
            return
        by_key = dict(zip(self._keys, texts, strict=True))
        last = self.rows[-1] if self.rows else None
        expected = last.seq + 1 if last else 1
        seq = self._number(by_key, expected)
        zone = self._read(seq, "zone", by_key, cells.read_name)
        row = Row(
            seq=seq,
            district=self._district(seq, by_key, is_gap=seq > expected),
            zone=zone,
            parks=self._read(seq, "parks", by_key, cells.read_parks),
            direction=self._read(seq, "direction", by_key, cells.read_direction),
            policies=self._read(seq, "policies", by_key, cells.read_policies),
            extra=self._extra(seq, by_key),
        )
        self._doubt_number(row, last, expected)
        for repair in self._repairs.get(index, ()):
            self._doubt(
                seq, self._column(repair), repair.code, repair.found, repair.used
            )
        self.rows.append(row)

    def _column(self, repair: Repair) -> str | None:
        return None if repair.column is None else self._keys[repair.column]

    def _doubt(
        self, seq: int, column: str | None, code: str, found: str = "", used: str = ""
    ) -> None:
        self.problems.append(Problem(seq, column, code, found, used))

    def _read(
        self,
        seq: int,
        name: str,
        by_key: Mapping[str, str | None],
        read: Callable[[str], Reading[Value]],
    ) -> Value:
        """Read the cell of a column, keeping its doubts under the row's number."""
        reading = read(by_key.get(name) or "")
        for doubt in reading.doubts:
            self._doubt(seq, name, doubt.code, doubt.found, doubt.used)
        return reading.value

    def _number(self, by_key: Mapping[str, str | None], expected: int) -> int:
        """Read the row's number, or count on from the row above."""
        if "seq" not in by_key:
            return expected
        text = (by_key["seq"] or "").strip()
        number = cells.read_number(text)
        if number is not None:
            return number
        code = "seq-not-number" if text else "seq-missing"
        self._doubt(expected, "seq", code, text, str(expected))
        return expected

    def _doubt_number(self, row: Row, last: Row | None, expected: int) -> None:
        """Doubt a number that does not count on, save for one park a line."""
        is_same_zone = (
            last is not None
            and row.seq == last.seq
            and (row.district, row.zone) == (last.district, last.zone)
        )
        if row.seq != expected and not is_same_zone:
            self._doubt(row.seq, "seq", "seq-odd", str(row.seq), str(expected))

    def _district(
        self, seq: int, by_key: Mapping[str, str | None], *, is_gap: bool
    ) -> str | None:
        """Read the district, taking a merged cell's from above."""
        if "district" not in by_key:
            return None
        text = by_key["district"]
        if text is None or not text.strip():
            return self._inherited_district(seq, is_missing=text is None, is_gap=is_gap)
        name = self._read(seq, "district", by_key, cells.read_name)
        if name and name not in self._doubted:
            self._doubted.add(name)
            if not columns.is_known_district(name, self._known_districts):
                self._doubt(seq, "district", "district-unknown", name, name)
        return name

    def _inherited_district(
        self, seq: int, *, is_missing: bool, is_gap: bool
    ) -> str | None:
        above = self.rows[-1].district if self.rows else None
        if above is None:
            code = "district-blank"
        elif is_gap:
            # The row that was skipped may have been the first of another district.
            code = "district-doubtful"
        else:
            code = "district-missing" if is_missing else "district-filled"
        self._doubt(seq, "district", code, "", above or "")
        return above

    def _extra(self, seq: int, by_key: Mapping[str, str | None]) -> dict[str, str]:
        """Keep the columns without meaning, and coordinates if they are WGS 84."""
        extra = {
            key: cells.read_text(text or "")
            for key, text in by_key.items()
            if key not in columns.ROW_FIELDS
        }
        for reference in (extra[key] for key in self._references):
            if columns.is_wgs84(reference):
                continue
            for name in _COORDINATES:
                if extra.get(name):
                    extra[f"{name} ({reference})"] = extra.pop(name)
            if reference not in self._doubted:
                self._doubted.add(reference)
                self._doubt(seq, "lon", "datum-other", found=reference)
        return extra


def _keys(headings: Iterable[str], fields: Iterable[str | None]) -> Iterator[str]:
    """
    Name each column once: by its field, else its heading.

    A heading that repeats is numbered from 2, a blank one by its place.
    """
    taken = Counter((*columns.ROW_FIELDS, *_COORDINATES))
    for place, (heading, name) in enumerate(zip(headings, fields, strict=True), 1):
        if name is not None:
            yield name
            continue
        text = " ".join(heading.split()) or f"#{place}"
        key, number = text, taken[text] + 1
        while taken[key]:
            key = f"{text} {number}"
            number += 1
        taken[key] += 1
        taken[text] += key != text
        yield key
