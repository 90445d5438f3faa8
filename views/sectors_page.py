"""The page of sectors: /sectors, and /sectors?sector=ID for one of them."""

import streamlit as st

from parks.filter import Filter
from parks.sectors import find_sector
from views._data import current_edition
from views._sector_overview import describe_sectors
from views._sector_profile import describe_sector
from views._sheet import show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import (
    open_park,
    open_sector,
    read_address,
    show_filtered,
    write_address,
)
from views._words import current_language, say

LONGEST = 80
"""Characters of the address that are looked at: longer than any name of a sector."""

edition = current_edition()
asked = read_address().get("sector", [""])[-1].strip()
sector = find_sector(asked) if len(asked) <= LONGEST else None

with st.sidebar:
    begin_sidebar()
    choose_edition()

if sector is None:
    title = say("Sectors")
    sheet = describe_sectors(edition, unknown=asked[:LONGEST])
else:
    title = sector.name(current_language())
    sheet = describe_sector(edition, sector)

st.set_page_config(page_title=f"{title} · {say('ParkAtlas')}")
act = show_sheet(sheet, "sectors_sheet")
write_address({"sector": [sector.id]} if sector else {})
match act or {}:
    case {"go": "sector", "sector": other}:
        open_sector(other)
    case {"go": "park", "park": park}:
        open_park(park)
    case {"go": "map", "role": role} if sector is not None:
        show_filtered(Filter(sectors=(sector.id,), role=role))
