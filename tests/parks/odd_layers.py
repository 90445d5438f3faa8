"""Layers whose texts are as odd as tables can be, for the writers of downloads."""

from dataclasses import replace

from hypothesis import strategies as st

from parks.exports import ExportBundle, pick_layer
from parks.language import Language

HOSTILE = (
    'a,b;"c"',
    "甲\n乙\r\n丙\r丁",
    "=cmd|' /C calc'!A0",
    "园😀𠮷",
    "]]><!--<b>&amp;</b>",
    "^J ^ %%d \\U+4E2D \\P {x}",
    " 两端空格 ",
    "长" * 9_000,
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400),
)


def say_oddly(edition, text, layer="parks", reference="EPSG:4326"):
    """Put a text into every cell that a table may fill, beside an unplaced park."""
    chosen = edition.parks.index.to_numpy() < 3
    picked = pick_layer(edition, chosen, layer=layer, reference=reference)
    texts = [
        name
        for name in ("name", "district", "zone", "direction")
        if name in picked.rows
    ]
    rows = picked.rows.assign(**dict.fromkeys(texts, text))
    rows["policies"] = [(text, text)] * len(rows)
    rows.loc[rows.index[0], "geometry"] = None
    return ExportBundle((replace(picked, rows=rows),), Language.ZH, {"表格": text})
