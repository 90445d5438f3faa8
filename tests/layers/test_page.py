"""The map as a document: whole, still, and deaf to what its texts say."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from layers import AssetError, Dressing, draw_map, render_file, render_page
from parks.language import Language

LIBRARIES = Path(__file__).parents[2] / "node_modules"
DRESSING = Dressing("Map", Language.ZH)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ 7*7 }}{% raw %}{# #}",
    "${alert(1)}`",
    "a & b < c &amp",
)


class _Reader(HTMLParser):
    """Reads a document as a browser would: its addresses and its scripts."""

    def __init__(self):
        super().__init__()
        self.addresses, self.scripts, self._script = [], [], None

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.addresses += [found[name] for name in ("src", "href") if name in found]
        if tag == "script":
            self._script = found.get("id", "")
            self.scripts.append([self._script, ""])

    def handle_endtag(self, tag):
        if tag == "script":
            self._script = None

    def handle_data(self, data):
        if self._script is not None:
            self.scripts[-1][1] += data


def read(page):
    reader = _Reader()
    reader.feed(page)
    return reader


def payload(page):
    (text,) = [text for name, text in read(page).scripts if name == "parkatlas"]
    return json.loads(text)


def test_the_page_asks_our_own_service_alone(embedded):
    reader = read(render_page(draw_map(embedded, DRESSING)))
    assert set(reader.addresses) == {
        "/assets/leaflet/leaflet.js",
        "/assets/leaflet/leaflet.css",
    }


def test_the_file_asks_nobody(embedded):
    page = render_file(draw_map(embedded, DRESSING, standalone=True), LIBRARIES)
    assert read(page).addresses == []
    assert not re.search(r"@import|url\((?!data:|#)", page.split("leaflet.js")[0])
    assert len(page.encode()) < 1_500_000


def test_it_holds_every_park_in_order(embedded):
    parks = payload(render_page(draw_map(embedded, DRESSING)))["parks"]
    assert [park["id"] for park in parks] == embedded.parks["park_id"].tolist()


def test_equal_tables_give_equal_pages(embedded):
    pages = {render_page(draw_map(embedded, DRESSING)) for _ in range(2)}
    assert len(pages) == 1


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("standalone", [False, True])
def test_no_text_of_a_table_becomes_markup_or_template(make, text, standalone):
    edition = make(f'1,{text},{text},{text},"{text}",114.0,22.5')
    calm = make("1,a,a,a,a,114.0,22.5")
    pages = [
        render_page(draw_map(it, DRESSING, standalone=standalone))
        for it in (edition, calm)
    ]
    hostile, plain = map(read, pages)
    assert [name for name, _ in hostile.scripts] == [name for name, _ in plain.scripts]
    assert payload(pages[0])["parks"][0]["name"] == text


def test_the_title_and_the_approval_are_text(embedded):
    dressing = Dressing("<b>&", Language.EN, map_approval="<i>粤S</i>")
    page = render_page(draw_map(embedded, dressing))
    assert "<title>&lt;b&gt;&amp;</title>" in page
    assert payload(page)["approval"] == "<i>粤S</i>"
    assert "<i>" not in page


def test_a_missing_library_is_a_sentence(embedded, tmp_path):
    with pytest.raises(AssetError, match=r"leaflet\.(js|css)"):
        render_file(draw_map(embedded, DRESSING), tmp_path)
