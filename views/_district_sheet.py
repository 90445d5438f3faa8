"""The written parts of the page of districts: head, findings, tables, definitions."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from parks.district_matrix import FEW_ROWS, DistrictMatrix, Unit, weigh_rows
from parks.district_measures import DEALS, measure_diversity
from parks.edition import Edition
from parks.filter import Filter
from parks.sector_profiles import lies_in_shenzhen
from parks.wording import name_district, name_sector
from views._district_answer import answer
from views._district_charts import offer_chart
from views._district_words import (
    as_items,
    list_districts,
    list_findings,
    list_left_out,
    list_row_numbers,
)
from views._sector_words import warn_of_city
from views._sheet import address, link, offer_copy, offer_print
from views._words import current_language, say

_MOST_NUMBERS: Final = 5
"""Row numbers that stand in a cell of the matrix; its title has more."""


def describe_head(edition: Edition, options: Mapping[str, Sequence[str]]) -> Markup:
    """Say which question the page answers, and whose it is."""
    return Markup(
        "<article class='pa-park pa-page'><h1>{}</h1><p>{}</p>{}"
        "<nav class='pa-actions' aria-label='{}'>{}{}</nav></article>"
    ).format(
        say("Do the districts differ?"),
        _lead(edition),
        warn_of_city(edition),
        say("What can be done with this page"),
        offer_copy(address("districts", options)),
        offer_print(),
    )


def _lead(edition: Edition) -> str:
    """Say what is measured; Shenzhen's plan asks for it of its own districts alone."""
    if lies_in_shenzhen(edition):
        return say(
            "Shenzhen's plan (key task 3) wants the districts to grow different "
            "digital industries, and proposal 20210136 asks for the same. This page "
            "measures how far the table bears that out. It counts what its rows plan, "
            "not firms, jobs or output."
        )
    return say(
        "This page measures how far the table's districts take up different sectors. "
        "It counts what its rows plan, not firms, jobs or output."
    )


def describe_findings(edition: Edition, matrix: DistrictMatrix) -> Markup:
    """Answer the question, say what stands out, and show the matrix."""
    answered = answer(edition, matrix)
    districts = Markup().join(
        Markup("<li><b>{}</b> {}</li>").format(name, sentence)
        for name, sentence in list_districts(edition, matrix)
    )
    parts = [
        Markup("<h2>{}</h2>").format(say("Answer")),
        *(Markup("<p class='pa-answer'>{}</p>").format(each) for each in answered),
        as_items(list_findings(edition, matrix)),
        *(
            Markup("<p class='pa-remark' role='status'>{}</p>").format(each)
            for each in list_left_out(matrix)
        ),
    ]
    if districts:
        heading = say("District by district")
        parts.append(Markup("<h2>{}</h2><ul>{}</ul>").format(heading, districts))
    parts += [_show_matrix(edition, matrix), _head_quotients(matrix)]
    return _wrap(parts)


def describe_diversity(edition: Edition, matrix: DistrictMatrix) -> Markup:
    """Define diversity and tabulate it."""
    titles = (
        say("District"),
        say("Rows counted"),
        say("Sectors"),
        say("Entropy H"),
        "exp(H)",
        "HHI",
    )
    lines = []
    for at, found in enumerate(measure_diversity(matrix.counts)):
        figures = (
            (
                f"{found.sectors}",
                f"{found.entropy:.2f}",
                f"{found.effective:.1f}",
                f"{found.hhi:.2f}",
            )
            if found
            else ("0", "–", "–", "–")
        )
        rows = matrix.tagged_rows[at]
        counted = Markup("{}{}<small>{}</small>").format(
            len(rows),
            Markup("<i> {}</i>").format(say("few")) if len(rows) < FEW_ROWS else "",
            list_row_numbers(edition, rows),
        )
        name = name_district(matrix.districts[at], current_language())
        lines.append(_write_line(name, (counted, *figures)))
    return _wrap(
        [
            Markup("<h2>{}</h2>").format(say("How many sectors, and how evenly")),
            _quiet(
                say(
                    "Entropy H = −Σ p ln p, p a sector's share of all that is counted "
                    "in the district: 0 with one sector alone, ln n with n sectors of "
                    "equal share (Shannon 1948). exp(H) says how many sectors of equal "
                    "share would be as diverse (Hill 1973). HHI = Σ p², from 1/n to 1: "
                    "the higher, the more concentrated (Hirschman 1945, Herfindahl "
                    "1950). A district with more rows has more room for sectors; "
                    "hollow bars and “few” stand on fewer than {few} rows.",
                    few=FEW_ROWS,
                )
            ),
            _tabulate(titles, lines),
            offer_chart("diversity") if matrix.tagged else Markup(),
        ]
    )


def describe_similarity(matrix: DistrictMatrix) -> Markup:
    """Define how alike districts are, and the test of the answer."""
    return _wrap(
        [
            Markup("<h2 class='pa-new-sheet'>{}</h2>").format(
                say("How alike districts are")
            ),
            _quiet(
                say(
                    "Cosine of two districts' counts by sector: 1 with the same "
                    "sectors in the same proportions, 0 with none in common (Salton, "
                    "Wong and Yang 1975). Districts without anything counted are left "
                    "out. The answer above compares the mean of all pairs with "
                    "{deals} random deals of the counted rows, each district keeping "
                    "its number of rows: a permutation test (Fisher 1935).",
                    deals=DEALS,
                )
            ),
            offer_chart("similarity") if len(matrix.tagged) > 1 else Markup(),
        ]
    )


def _show_matrix(edition: Edition, matrix: DistrictMatrix) -> Markup:
    heading = Markup("<h2>{}</h2>").format(say("Sectors by district"))
    if not matrix.sectors:
        none = say("No row of this table has a sector that is counted here.")
        return heading + Markup("<p>{}</p>").format(none)
    told = (
        say("Rows of the table; small: their numbers. A number opens their parks.")
        if matrix.counting.unit is Unit.ZONE
        else say("Parks; small: the numbers of their rows. A number opens them.")
    )
    parks = weigh_rows(edition, Unit.PARK)
    titles = [
        say("Sector"),
        *(_link_district(matrix, at) for at in range(len(matrix.districts))),
        say("Sum"),
    ]
    lines = []
    for line, sector in enumerate(matrix.sectors):
        cells = [
            _write_cell(edition, matrix, line, at, int(parks[list(rows)].sum()))
            if (rows := matrix.rows.get((line, at)))
            else Markup("<span class='pa-not'>·</span>")
            for at in range(len(matrix.districts))
        ]
        total = f"{int(matrix.counts[line].sum()):,}"
        lines.append(
            _write_line(name_sector(sector, current_language()), (*cells, total))
        )
    return heading + _quiet(told) + _tabulate(titles, lines)


def _write_cell(
    edition: Edition, matrix: DistrictMatrix, line: int, at: int, parks: int
) -> Markup:
    rows = matrix.rows[line, at]
    numbers = list_row_numbers(edition, rows)
    count = f"{int(matrix.counts[line, at]):,}"
    few = _list_few(edition, rows)
    said = say(
        "Rows {numbers}; parks on the map: {parks}", numbers=numbers, parks=parks
    )
    if not parks:
        return Markup("<span title='{}'>{}</span><small>{}</small>").format(
            said, count, few
        )
    filter_ = Filter(
        districts=(matrix.districts[at],),
        sectors=(matrix.sectors[line],),
        role=matrix.counting.role,
    )
    href = address("", filter_.to_options())
    act = {"go": "cell", "sector": matrix.sectors[line], "district": at}
    return Markup("<span title='{}'>{}</span><small>{}</small>").format(
        said, link(count, href, act), few
    )


def _list_few(edition: Edition, rows: Sequence[int]) -> str:
    """List the first row numbers, close together."""
    numbers = [str(edition.table.rows[at].seq) for at in rows]
    if len(numbers) > _MOST_NUMBERS:
        numbers = [*numbers[:_MOST_NUMBERS], "…"]
    return " ".join(numbers)


def _link_district(matrix: DistrictMatrix, at: int) -> Markup:
    name = matrix.districts[at]
    href = address("", Filter(districts=(name,)).to_options())
    said = name_district(name, current_language())
    return link(said, href, {"go": "district", "district": at})


def _head_quotients(matrix: DistrictMatrix) -> Markup:
    if not matrix.sectors:
        return Markup()
    return Markup("<h2 class='pa-new-sheet'>{}</h2>{}{}").format(
        say("What a district has more of than the table"),
        _quiet(
            say(
                "Location quotient: the sector's share of all that is counted in the "
                "district, divided by its share in the whole table. 1: as everywhere; "
                "2: twice as much (Florence 1939, Isard 1960). n: the rows behind it. "
                "A sector that one row of the table has alone gets a high quotient by "
                "itself, so read n first; bold stands on {few} rows or more.",
                few=FEW_ROWS,
            )
        ),
        offer_chart("quotients"),
    )


def _tabulate(titles: Sequence[str], lines: Sequence[Markup]) -> Markup:
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    return Markup(
        "<div class='pa-scroll' tabindex='0' role='region' aria-label='{}'>"
        "<table class='pa-lines pa-figures'><thead><tr>{}</tr></thead>"
        "<tbody>{}</tbody></table></div>"
    ).format(say("Table"), head, Markup().join(lines))


def _write_line(name: str, cells: Sequence[str]) -> Markup:
    drawn = Markup().join(Markup("<td class='pa-num'>{}</td>").format(c) for c in cells)
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(name, drawn)


def _quiet(text: str) -> Markup:
    return Markup("<p class='pa-quiet'>{}</p>").format(text)


def _wrap(parts: Sequence[Markup]) -> Markup:
    return Markup("<section class='pa-park pa-page pa-part'>{}</section>").format(
        Markup().join(parts)
    )
