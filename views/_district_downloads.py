"""The tables of the page of districts as files: CSV each, and Excel for all."""

from collections.abc import Callable

import streamlit as st

from parks.district_matrix import DistrictMatrix
from parks.edition import Edition
from parks.exports import EXPORTERS
from parks.exports.district_tables import (
    ROLE_WORDS,
    SCOPE_WORDS,
    UNIT_WORDS,
    PlainTable,
    tabulate_diversity,
    tabulate_matrix,
    tabulate_pairs,
    tabulate_similarity,
    write_table_csv,
    write_tables_xlsx,
)
from parks.neighbouring_zones import ZonePairs
from views._words import current_language, say


def offer_district_tables(
    edition: Edition, matrix: DistrictMatrix, found: ZonePairs, kilometres: float
) -> None:
    """Draw a button for each table, and one for all; they are written when asked."""
    language = current_language()
    tables: dict[str, tuple[str, Callable[[], PlainTable]]] = {
        "sectors-by-district": (
            say("Matrix and location quotients as CSV"),
            lambda: tabulate_matrix(edition, matrix, language),
        ),
        "diversity": (
            say("Diversity as CSV"),
            lambda: tabulate_diversity(edition, matrix, language),
        ),
        "similarity": (
            say("Similarity as CSV"),
            lambda: tabulate_similarity(matrix, language),
        ),
        "neighbouring-zones": (
            _name_pairs(found),
            lambda: tabulate_pairs(edition, found, language),
        ),
    }

    def write_all() -> bytes:
        written = [tabulate() for _, tabulate in tables.values()]
        about = _describe(edition, matrix, found, kilometres)
        return write_tables_xlsx(written, about, language)

    with st.container(horizontal=True, key="districts_downloads"):
        _offer(say("All tables as Excel"), "districts", "xlsx", write_all)
        for name, (title, tabulate) in tables.items():
            _offer(title, name, "csv", _writer(tabulate))


def _name_pairs(found: ZonePairs) -> str:
    """Name the list of pairs; a CSV has no sheet that says it is not whole."""
    if found.total == len(found.pairs):
        return say("Neighbouring zones as CSV")
    return say(
        "Neighbouring zones as CSV: the nearest {count} of {total} pairs",
        count=len(found.pairs),
        total=found.total,
    )


def _writer(tabulate: Callable[[], PlainTable]) -> Callable[[], bytes]:
    return lambda: write_table_csv(tabulate())


def _offer(title: str, name: str, suffix: str, write: Callable[[], bytes]) -> None:
    st.download_button(
        title,
        data=write,
        file_name=f"{name}.{suffix}",
        mime=EXPORTERS[suffix].media_type,
        on_click="ignore",
        key=f"districts_{name}_{suffix}",
    )


def _describe(
    edition: Edition, matrix: DistrictMatrix, found: ZonePairs, kilometres: float
) -> dict[str, str]:
    """Say what the workbook holds, for its last sheet."""
    counting = matrix.counting
    return {
        say("Table"): edition.table.source.name,
        say("Edition"): edition.key,
        say("Counted"): say(UNIT_WORDS[counting.unit]),
        say("Taken up as"): say(ROLE_WORDS[counting.role]),
        say("Sectors"): say(SCOPE_WORDS[counting.scope]),
        say("Neighbouring zones"): say(
            "Pairs at most {kilometres} km apart: {count}; listed: {listed}. Metres "
            "along the WGS 84 ellipsoid between the zones' points.",
            kilometres=f"{kilometres:g}",
            count=found.total,
            listed=len(found.pairs),
        ),
        say("Location quotient"): say(
            "The sector's share of all that is counted in the district, divided by its "
            "share in the whole table (Florence 1939, Isard 1960)."
        ),
        say("Diversity"): say(
            "H = −Σ p ln p in nats (Shannon 1948), exp(H) (Hill 1973), HHI = Σ p² "
            "(Hirschman 1945, Herfindahl 1950), p a sector's share in the district."
        ),
        say("Similarity"): say(
            "Cosine of the districts' counts by sector (Salton, Wong and Yang 1975); "
            "blank where a district has nothing that is counted."
        ),
    }
