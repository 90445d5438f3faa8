"""README and DCAT: everything that is known of a download, and nothing that is not."""

import io
import json
import re
import zipfile
from urllib.parse import parse_qs

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.catalogue import open_edition
from parks.exports import LAYERS, ExportOrder, Terms, make_export, pick_layer
from parks.exports.bundle import ExportBundle
from parks.exports.companion_files import list_companions
from parks.exports.companions import make_companions
from parks.exports.wrapping import measure_width, wrap_text
from parks.filter import Filter
from parks.language import Language

EDITION = open_edition()
TERMS = Terms(
    licence="CC BY 4.0 https://creativecommons.org/licenses/by/4.0/",
    attribution="深圳市某局",
    contact="数据科 data@example.org",
    map_approval="粤S(2026)001号",
)
NANSHAN = Filter(districts=("南山",))


def order(format_="geojson", **options):
    asked = {name: [value] for name, value in options.items()}
    return ExportOrder.parse(format_, asked, Terms())


def companions(
    filter_=None, terms=TERMS, format_="geojson", edition=EDITION, **options
):
    asked = order(format_, **options)
    return make_companions(edition, filter_ or Filter(), asked, terms)


def read_readme(*args, **options):
    content = companions(*args, **options)[0].content
    assert content.startswith(b"\xef\xbb\xbf")
    return content.decode("utf-8-sig")


def read_metadata(*args, **options):
    return json.loads(companions(*args, **options)[1].content)


def walk(node):
    yield node
    if isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from walk(child)


def test_they_are_named_after_the_download():
    readme, metadata = companions(crs="EPSG:4547", format_="dxf")
    made = make_export(EDITION, Filter(), order("dxf", crs="EPSG:4547"), TERMS)
    assert readme.name == f"{made.name}.README.txt"
    assert metadata.name == f"{made.name}.jsonld"
    assert readme.counts == metadata.counts == made.counts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_readme_says_source_filter_datum_licence_and_counts(language):
    text = read_readme(NANSHAN, lang=language, crs="BD-09")
    for said in (
        "深圳市数字经济产业园区规划布局一览表",
        EDITION.key,
        "district=nanshan",
        "59 个园区中的 9 个",
        "9 of 59 parks",
        "BD-09",
        "hundreds of metres; it has no",
        TERMS.attribution,
        TERMS.contact,
        "creativecommons.org/licenses/by/4.0/",
        TERMS.map_approval,
    ):
        assert said in text


def test_the_readme_leads_every_row_and_field_back_to_the_table():
    text = read_readme(NANSHAN, lang="en")
    for row in EDITION.parks[NANSHAN.select(EDITION)].itertuples():
        assert f"- {row.park_id}: {row.seq}, {row.row + 1}\r\n" in text
    assert "- direction = Industry direction: column “Industry direction”" in text
    assert "- precision = Precision of place: derived" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("layer", LAYERS)
def test_its_lines_fit_a_page_and_a_windows_editor(language, layer):
    text = read_readme(lang=language, layer=layer, crs="EPSG:4547")
    assert text.count("\n") == text.count("\r\n")
    assert all(measure_width(line) <= 100 for line in text.split("\r\n"))


@given(st.text(max_size=300), st.integers(20, 120))
def test_a_wrapped_text_loses_nothing_but_blanks(text, width):
    lines = list(wrap_text(text, width, indent="  "))
    assert all(measure_width(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


def test_the_metadata_is_a_dcat_dataset_whose_context_is_inline():
    metadata = read_metadata(NANSHAN)
    context = metadata["@context"]
    assert all(isinstance(address, str) for address in context.values())
    assert metadata["@type"] == "dcat:Dataset"
    assert {title["@language"] for title in metadata["dct:title"]} == {"zh", "en"}
    assert {said["@language"] for said in metadata["dct:description"]} == {"zh", "en"}
    assert metadata["dct:identifier"] == EDITION.key
    for node in walk(metadata):
        if isinstance(node, dict):
            assert node is context or "@context" not in node or node is metadata
            for key in node:
                if node is not context and not key.startswith("@"):
                    assert key.partition(":")[0] in context


def test_the_metadata_says_filter_licence_contact_and_quality():
    metadata = read_metadata(NANSHAN)
    assert metadata["pa:filter"] == "district=nanshan"
    licence = metadata["dcat:distribution"]["dct:license"]
    assert licence["@id"] == "https://creativecommons.org/licenses/by/4.0/"
    assert licence["rdfs:label"] == TERMS.licence
    contact = metadata["dcat:contactPoint"]
    assert contact["vcard:fn"] == TERMS.contact
    assert contact["vcard:hasEmail"] == {"@id": "mailto:data@example.org"}
    rights = [right["rdfs:label"] for right in metadata["dct:rights"]]
    assert rights[:2] == [TERMS.attribution, TERMS.map_approval]
    counted = {
        measure["dqv:isMeasurementOf"]["@id"]: measure["dqv:value"]
        for measure in metadata["dqv:hasQualityMeasurement"]
    }
    precisions = EDITION.parks["precision"][NANSHAN.select(EDITION)].value_counts()
    for precision, count in precisions.items():
        assert counted[f"pa:precision-{precision}"] == count
    assert sum(counted.values()) == 9


@pytest.mark.parametrize(
    ("licence", "link"),
    [
        (
            "知识共享 署名 4.0（https://creativecommons.org/licenses/by/4.0/deed.zh）",
            "https://creativecommons.org/licenses/by/4.0/deed.zh",
        ),
        (
            "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        ("见 https://a.cn/x，不得转载", "https://a.cn/x"),
        ("见《https://a.cn/x》。", "https://a.cn/x"),
        ("see <https://a.cn/x?y=1&z=%E4%BA%91#k>", "https://a.cn/x?y=1&z=%E4%BA%91#k"),
        ("(see https://a.cn/Licence_(data))", "https://a.cn/Licence_(data)"),
        ("see 'HTTPS://a.cn/x', or ask!", "HTTPS://a.cn/x"),
        ("not https://，as one types it", None),
    ],
)
def test_the_address_of_a_licence_ends_where_it_does(licence, link):
    distribution = read_metadata(terms=Terms(licence=licence))["dcat:distribution"]
    assert distribution["dct:license"].get("@id") == link
    assert distribution["dct:license"]["rdfs:label"] == licence


@pytest.mark.parametrize(
    "query",
    ["C++", "a&sector=ai", "100% 园区", "#1", "a=b", "片区\u3000新", "人工智能？"],
)
def test_the_filter_can_be_pasted_into_an_address(query):
    asked = Filter(districts=("南山",), query=query)
    written = read_metadata(asked)["pa:filter"]
    assert Filter.parse(parse_qs(written), EDITION) == asked
    assert not re.search(r"\s", written)
    assert all(c in written for c in query if "一" <= c <= "鿿")
    assert written in re.sub(r"\r\n\s*", "", read_readme(asked))


def test_what_is_unknown_is_left_out():
    metadata = read_metadata(terms=Terms())
    for name in ("dcat:contactPoint", "dct:issued", "dct:modified"):
        assert name not in metadata
    assert "dct:license" not in metadata["dcat:distribution"]


@pytest.mark.parametrize(
    ("datum", "address"),
    [
        ("EPSG:4326", "http://www.opengis.net/def/crs/EPSG/0/4326"),
        ("EPSG:4490", "http://www.opengis.net/def/crs/EPSG/0/4490"),
        ("EPSG:4547", "http://www.opengis.net/def/crs/EPSG/0/4547"),
    ],
)
def test_a_reference_system_with_a_code_is_named_by_its_address(datum, address):
    distribution = read_metadata(crs=datum)["dcat:distribution"]
    assert distribution["dct:conformsTo"]["@id"] == address


@pytest.mark.parametrize("datum", ["GCJ-02", "BD-09"])
def test_one_without_a_code_is_named_in_words_alone(datum):
    metadata = read_metadata(crs=datum)
    distribution = metadata["dcat:distribution"]
    assert "dct:conformsTo" not in distribution
    assert all(datum in said["@value"] for said in distribution["dct:description"])
    assert "EPSG/" not in json.dumps(metadata)


def test_the_metadata_leads_every_row_and_field_back_to_the_table():
    (layer,) = read_metadata(NANSHAN, fields="zh")["pa:layer"]
    parks = EDITION.parks[NANSHAN.select(EDITION)]
    found = [
        (r["dct:identifier"], r["pa:rowNumber"], r["pa:line"]) for r in layer["pa:row"]
    ]
    rows = parks["row"] + 1
    assert found == list(zip(parks["park_id"], parks["seq"], rows, strict=True))
    fields = {field["dct:identifier"]: field for field in layer["csvw:column"]}
    assert fields["zone"]["csvw:name"] == "片区"
    assert fields["zone"]["pa:sourceColumn"][0] == {"@language": "zh", "@value": "片区"}
    assert fields["precision"]["pa:isDerived"] is True


@pytest.mark.parametrize(
    ("format_", "name"), [("geojson", "v1.2 out.geojson"), ("shp.zip", "园区.SHP.ZIP")]
)
def test_a_point_in_a_files_name_is_no_part_of_its_format(format_, name):
    _, metadata = make_companions(
        EDITION, NANSHAN, order(format_), TERMS, file_name=name
    )
    distribution = json.loads(metadata.content)["dcat:distribution"]
    assert distribution["dct:title"] == name
    assert distribution["dct:format"]["rdfs:label"] == format_


def test_the_bounds_are_in_wgs84_whatever_the_download_is_in():
    boxes = [
        read_metadata(NANSHAN, crs=datum)["dct:spatial"]["dcat:bbox"]["@value"]
        for datum in ("EPSG:4326", "EPSG:4547", "BD-09")
    ]
    assert len(set(boxes)) == 1
    x, y = EDITION.coordinates
    chosen = NANSHAN.select(EDITION)
    numbers = np.array(re.findall(r"[\d.]+", boxes[0]), dtype=float).reshape(-1, 2)
    assert numbers.min(axis=0) == pytest.approx(
        [x[chosen].min(), y[chosen].min()], abs=1e-6
    )
    assert numbers.max(axis=0) == pytest.approx(
        [x[chosen].max(), y[chosen].max()], abs=1e-6
    )


def test_the_bounds_say_no_more_of_places_than_the_places_do():
    metadata = read_metadata(NANSHAN, terms=Terms(decimals=2))
    box = metadata["dct:spatial"]["dcat:bbox"]["@value"]
    assert all(len(part) <= 2 for part in re.findall(r"\.(\d+)", box))


def test_an_empty_choice_has_companions_too():
    nothing = Filter(query="qqqqqq")
    metadata = read_metadata(nothing)
    assert "dct:spatial" not in metadata
    assert metadata["pa:layer"][0]["pa:count"] == 0
    assert "0 of 59 parks" in read_readme(nothing)


@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters='"\r\n\0'),
        min_size=1,
        max_size=60,
    )
)
@settings(max_examples=20)
def test_hostile_words_of_an_operator_stand_as_they_are(text):
    terms = Terms(licence=text, attribution=text, contact=text)
    metadata = read_metadata(NANSHAN, terms=terms)
    assert metadata["dcat:distribution"]["dct:license"]["rdfs:label"] == text
    assert metadata["dct:rights"][0]["rdfs:label"] == text
    assert metadata["dcat:contactPoint"]["vcard:fn"] == text


def test_a_list_that_is_no_layer_of_an_edition_has_none():
    layer = pick_layer(EDITION, NANSHAN.select(EDITION))
    bundle = ExportBundle((layer,), Language.ZH)
    assert list_companions(bundle, "a.csv", "csv", "text/csv") == {}


def test_equal_data_gives_equal_bytes():
    assert companions(NANSHAN) == companions(NANSHAN)


@pytest.mark.parametrize("name", ["shp.zip", "geojson.zip"])
def test_every_zip_holds_them(name):
    made = make_export(EDITION, NANSHAN, order(name), TERMS)
    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        metadata = json.loads(packed.read("metadata.jsonld"))
        readme = packed.read("README.txt").decode("utf-8-sig")
    assert metadata["dcat:distribution"]["dct:title"] == made.name
    assert "9 of 59 parks" in readme
