"""The page that asks whether districts differ: /districts."""

from collections.abc import Sequence

import streamlit as st

from parks.district_matrix import count_districts
from parks.filter import Filter
from parks.neighbouring_zones import find_zone_pairs
from views._data import current_edition
from views._district_charts import (
    chart_diversity,
    chart_quotients,
    chart_similarity,
    show_chart,
)
from views._district_choice import (
    draw_district_choice,
    list_options,
    read_district_choice,
    write_district_choice,
)
from views._district_downloads import offer_district_tables
from views._district_neighbours import describe_neighbours, show_zone
from views._district_sheet import (
    describe_diversity,
    describe_findings,
    describe_head,
    describe_similarity,
)
from views._district_words import list_row_numbers
from views._sheet import mount_sheet, show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import show_filtered
from views._words import say

edition = current_edition()
choice = read_district_choice()
matrix = count_districts(edition, choice.counting)
found = find_zone_pairs(edition, choice.kilometres * 1000, choice.counting.scope)

with st.sidebar:
    begin_sidebar()
    choose_edition()
st.set_page_config(page_title=f"{say('By district')} · {say('ParkAtlas')}")


def list_rows(rows: Sequence[int]) -> str:
    """List the numbers of rows for a tooltip."""
    return list_row_numbers(edition, rows)


show_sheet(describe_head(edition, list_options(choice)), "districts_head")
draw_district_choice(choice)
act = mount_sheet(describe_findings(edition, matrix), "districts_findings")
show_chart(chart_quotients(matrix, list_rows), "quotients")
mount_sheet(describe_diversity(edition, matrix), "districts_diversity")
show_chart(chart_diversity(matrix, list_rows), "diversity")
mount_sheet(describe_similarity(matrix), "districts_similarity")
show_chart(chart_similarity(matrix), "similarity")
near = mount_sheet(
    describe_neighbours(edition, found, choice.kilometres), "districts_neighbours"
)
offer_district_tables(edition, matrix, found, choice.kilometres)
write_district_choice(choice)
match act or near or {}:
    case {"go": "cell", "sector": sector, "district": at}:
        show_filtered(
            Filter(
                districts=(matrix.districts[at],),
                sectors=(sector,),
                role=matrix.counting.role,
            )
        )
    case {"go": "district", "district": at}:
        show_filtered(Filter(districts=(matrix.districts[at],)))
    case {"go": "zone", "zone": at}:
        show_zone(edition, at)
