"""What a map file is told of rows, beyond what any map is."""

import math

import numpy as np

from layers.standalone import describe_rows
from parks.catalogue import make_edition


def test_each_row_with_parks_says_what_the_table_says(embedded):
    said = describe_rows(embedded)
    rows = [row for row in embedded.table.rows if row.parks]
    assert [row["seq"] for row in said["rows"]] == [row.seq for row in rows]
    for told, row in zip(said["rows"], rows, strict=True):
        assert told["direction"] == (row.direction or "")
        for start, end, sector, role in told["spans"]:
            (tag,) = [tag for tag in row.sectors if tag.id == sector]
            words = [(w.text, w.role) for w in tag.evidence]
            assert (told["direction"][start:end], role) in words


def test_each_park_leads_to_its_row_place_and_source(embedded):
    said = describe_rows(embedded)
    for (row, source, *_, lon, lat), park in zip(
        said["parks"], embedded.parks.itertuples(), strict=True
    ):
        assert said["rows"][row]["seq"] == embedded.table.rows[park.row].seq
        assert source == park.location_source
        assert (lon, lat) == (park.geometry.x, park.geometry.y)


def test_some_parks_bring_their_rows_alone_and_whole(embedded):
    whole = describe_rows(embedded)
    for step in (2, 3, 7):
        chosen = np.arange(len(embedded.parks)) % step == 1
        said = describe_rows(embedded.keep(chosen))
        places = np.flatnonzero(chosen).tolist()
        assert len(said["parks"]) == len(places)
        for (row, *rest), place in zip(said["parks"], places, strict=True):
            first, *others = whole["parks"][place]
            assert said["rows"][row] == whole["rows"][first]
            assert said["search"]["rows"][row] == whole["search"]["rows"][first]
            assert rest == others
        assert {row for row, *_ in said["parks"]} == set(range(len(said["rows"])))


def test_a_park_without_a_place_has_none_in_the_file():
    edition = make_edition("园区名称\n园一\n".encode(), name="t.csv")
    assert math.isnan(edition.coordinates[0][0])
    ((_, *_, lon, lat),) = describe_rows(edition)["parks"]
    assert lon is None
    assert lat is None


def test_traditional_characters_lead_to_those_of_the_table(embedded):
    simple = describe_rows(embedded)["simple"]
    assert simple["灣"] == "湾"
    assert simple["園"] == "园"
    written = "".join(embedded.search_index.row_texts)
    written += "".join(embedded.search_index.park_texts)
    assert set(simple.values()) <= set(written)
    assert not set(simple) & set(simple.values())


def test_links_name_districts_and_sectors_in_more_ways_than_one(embedded):
    names = describe_rows(embedded)["names"]
    district = {names["district"][name] for name in ("nanshan", "南山区")}
    assert district == {"南山"}
    assert names["sector"]["人工智能"] == "ai"
    few = describe_rows(
        embedded.keep((embedded.parks["district"] == "福田").to_numpy())
    )
    assert set(few["names"]["district"].values()) == {"福田"}


def test_unknown_columns_and_documents_come_along():
    table = "序号,辖区,片区,园区名称,备注,规划依据\n"
    table += "1,南山,甲,园一,<b>近地铁</b>,《甲规划》\n"
    table += "2,南山,乙,园二,,《甲规划》（深府〔2020〕1号）\n"
    said = describe_rows(make_edition(table.encode(), name="t.csv"))["rows"]
    assert said[0]["extra"] == {"备注": "<b>近地铁</b>"}
    assert said[0]["titles"] == said[1]["titles"] == ["甲规划"]
    assert said[1]["policies"] != said[0]["policies"]
