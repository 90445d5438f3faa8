"""What a map file is told of rows, beyond what any map is."""

from layers.standalone import describe_rows
from parks.catalogue import make_edition


def test_each_row_says_what_the_table_says(embedded):
    said = describe_rows(embedded)
    rows = embedded.table.rows
    assert [row["seq"] for row in said["rows"]] == [row.seq for row in rows]
    for told, row in zip(said["rows"], rows, strict=True):
        assert told["direction"] == (row.direction or "")
        for start, end, sector, role in told["spans"]:
            (tag,) = [tag for tag in row.sectors if tag.id == sector]
            words = [(w.text, w.role) for w in tag.evidence]
            assert (told["direction"][start:end], role) in words


def test_each_park_leads_to_its_row_and_source(embedded):
    said = describe_rows(embedded)["parks"]
    for (row, source, *_), park in zip(said, embedded.parks.itertuples(), strict=True):
        assert row == park.row
        assert source == park.location_source


def test_traditional_characters_lead_to_those_of_the_table(embedded):
    simple = describe_rows(embedded)["simple"]
    assert simple["灣"] == "湾"
    assert simple["園"] == "园"
    written = "".join(embedded.search_index.row_texts)
    written += "".join(embedded.search_index.park_texts)
    assert set(simple.values()) <= set(written)
    assert not set(simple) & set(simple.values())


def test_unknown_columns_and_documents_come_along():
    table = "序号,辖区,片区,园区名称,备注,规划依据\n"
    table += "1,南山,甲,园一,<b>近地铁</b>,《甲规划》\n"
    table += "2,南山,乙,园二,,《甲规划》（深府〔2020〕1号）\n"
    said = describe_rows(make_edition(table.encode(), name="t.csv"))["rows"]
    assert said[0]["extra"] == {"备注": "<b>近地铁</b>"}
    assert said[0]["titles"] == said[1]["titles"] == ["甲规划"]
    assert said[1]["policies"] != said[0]["policies"]
