"""From a raw table to rows: what every format has in common."""

from collections.abc import Callable, Mapping, Sequence

from parks.model import Problem, Row, Source, Table
from parks.readers import cells, columns
from parks.readers.cells import Reading, Value
from parks.readers.keys import SECTION, list_noted, name_columns
from parks.readers.raw import RawTable, Repair, excerpt
from parks.readers.titles import Title, find_title, is_total


def build_rows(
    raw: RawTable,
    source: Source,
    known_districts: frozenset[str],
    meanings: Sequence[str | None] | None = None,
) -> Table:
    """
    Understand the cells of a raw table.

    Parameters
    ----------
    raw
        The table; its headings need a park or a zone column.
    source
        Where it was read.
    known_districts
        Names that need no doubt, without 区.
    meanings
        What each column means; by default what its heading says.

    Returns
    -------
    Table
        One row for each line that is neither blank nor a title nor a total; the
        others are named in problems. `Row.extra` holds the columns without a field
        of their own by their heading, the text of 经度 and 纬度 under "lon" and
        "lat", and under "section" the title that the row stands under. Problems
        are first those of the whole table, then row by row.
    """
    fields = meanings or columns.assign(raw.headings)
    builder = _RowBuilder(raw, known_districts, fields)
    for index, texts in enumerate(raw.rows):
        builder.add(index, texts)
    return Table(
        source,
        tuple(builder.rows),
        (*builder.problems_of_table(), *builder.problems),
        tuple(builder.places),
        list_noted(builder.keys, fields),
    )


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
        self.places: list[int] = []
        self._raw = raw
        self._known_districts = known_districts
        self._fields = fields
        self.keys = tuple(name_columns(raw.headings, fields))
        self._references = [
            key for key in self.keys if columns.names_reference_system(key)
        ]
        self._repairs: dict[int, list[Repair]] = {}
        for repair in raw.repairs:
            if repair.row is not None:
                self._repairs.setdefault(repair.row, []).append(repair)
        self._doubted: set[str] = set()
        self._blank = 0
        self._lines: list[Problem] = []
        self._section = ""
        self._title_district: str | None = None

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
        problems += self._lines
        if not self.rows:
            problems.append(Problem(None, None, "table-empty"))
        return problems

    def add(self, index: int, texts: Sequence[str | None]) -> None:
        """Add a line, unless it is blank or speaks only of other lines."""
        if not any(text and text.strip() for text in texts):
            self._blank += 1
        elif title := find_title(texts, self._fields, self._known_districts):
            self._take_title(title)
        elif is_total(texts, self._fields):
            words = excerpt(" ".join(text for text in texts if text))
            self._lines.append(Problem(None, None, "row-total", words))
        else:
            self._add_row(index, texts)

    def _take_title(self, title: Title) -> None:
        """Let the rows below know the title they stand under."""
        if title.district is None:
            self._section = title.text
        else:
            self._title_district = title.district
        code = "row-title" if title.district is None else "row-district"
        used = title.district or ""
        self._lines.append(Problem(None, None, code, title.text, used))

    def _add_row(self, index: int, texts: Sequence[str | None]) -> None:
        by_key = dict(zip(self.keys, texts, strict=True))
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
        if row.zone is None and not row.parks:
            self._doubt(seq, None, "row-nameless")
        self.rows.append(row)
        self.places.append(index)

    def _column(self, repair: Repair) -> str | None:
        return None if repair.column is None else self.keys[repair.column]

    def _doubt(
        self, seq: int, column: str | None, code: str, found: str = "", used: str = ""
    ) -> None:
        # Doubts are named while the row is read, before it joins the others.
        place = len(self.rows)
        self.problems.append(Problem(seq, column, code, found, used, place))

    def _read(
        self,
        seq: int,
        name: str,
        by_key: Mapping[str, str | None],
        read: Callable[[str], Reading[Value]],
    ) -> Value:
        """Read a cell, keeping its doubts under the row's number."""
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
        """Read the district, taking a merged cell's or a title's from above."""
        text = by_key.get("district")
        if self._title_district and not (text and text.strip()):
            used = self._title_district
            self._doubt(seq, "district", "district-titled", used=used)
            return used
        if "district" not in by_key:
            return None
        if text is None or not text.strip():
            return self._inherited_district(seq, is_missing=text is None, is_gap=is_gap)
        self._title_district = None
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
        if self._section:
            extra[SECTION] = self._section
        for reference in (extra[key] for key in self._references):
            if columns.is_wgs84(reference):
                continue
            for name in columns.COORDINATES:
                if extra.get(name):
                    extra[f"{name} ({reference})"] = extra.pop(name)
            if reference not in self._doubted:
                self._doubted.add(reference)
                self._doubt(seq, "lon", "datum-other", found=reference)
        return extra
