"""What comes out of the printer: pages that can be read without the app."""

import pypdfium2
import pytest
from atlas import AtlasPage, wait_until_drawn
from conftest import serve
from playwright.sync_api import expect

A4_POINTS = (595, 842)
APPROVAL = "审图号：粤S(2026)001号"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("print")
    with serve(folder / "log", MAP_APPROVAL=APPROVAL) as address:
        yield address


class Printed:
    """The pages of a PDF, as text and as pictures."""

    def __init__(self, page):
        self.pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))

    def texts(self):
        return [
            page.get_textpage().get_text_bounded().replace("\r\n", "\n")
            for page in self.pdf
        ]

    def sizes(self):
        return {tuple(round(side) for side in page.get_size()) for page in self.pdf}

    def picture(self, number):
        return self.pdf[number].render(scale=1.5).to_pil()


WORDS = {
    "zh": ("福田 · 7 个园区", "数据来源", "园区本身", "制图日期"),
    "en": ("Futian · 7 parks", "Table: ", "the park itself", "drawn on"),
}


HEADS = {"zh": ["序号", "园区"], "en": ["Row", "number"]}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_map_page_is_a_clean_sheet_and_a_table(page, url, language, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    atlas = AtlasPage(page, url).open(f"?district=futian&lang={language}")
    atlas.expect_count(7)
    atlas.wait_in_map("(a) => Boolean(a.wish && a.wish.filterWords)")
    expect(page.locator("table tbody tr")).to_have_count(7)
    names = atlas.shown_names()
    wait_until_drawn(page)
    printed = Printed(page)
    assert printed.sizes() == {A4_POINTS}
    texts = printed.texts()
    assert 2 <= len(texts) <= 3
    for word in (*WORDS[language], "深圳市数字经济产业园区规划布局一览表", APPROVAL):
        assert word in texts[0], word
    for text in texts[1:]:
        assert text.split()[:2] == HEADS[language]
    table = "".join(texts[1:]).replace("\n", "")
    for name in names:
        assert name in table
    pressed = ("GeoJSON", "Excel", "清除", "Clear the filter")
    assert not [word for word in pressed if word in "".join(texts)]
    # The map itself: land and sea and symbols, in the upper half of the first page.
    picture = printed.picture(0).convert("RGB").crop((100, 150, 800, 700))
    colours = picture.getcolors(maxcolors=1_000_000)
    assert len(colours) > 200
    assert max(colours)[0] < 0.9 * picture.width * picture.height


def test_the_screen_is_as_before_once_it_is_printed(page, url):
    atlas = AtlasPage(page, url).open()
    view = atlas.view()
    Printed(page)
    expect(atlas.map.locator(".legend")).to_be_visible()
    assert atlas.view() == pytest.approx(view, abs=0.002)
    expect(atlas.map.locator(".print-sheet")).to_be_hidden()


def test_a_long_table_repeats_its_head_and_a_map_says_each_name_once(page, url):
    atlas = AtlasPage(page, url).open("?layers=parks,districts,zones,labels")
    atlas.wait_in_map(
        "(a) => a.overlays.labels.labels && a.overlays.labels.labels.length > 9"
    )
    expect(page.locator("table tbody tr")).to_have_count(59)
    wait_until_drawn(page)
    texts = Printed(page).texts()
    assert len(texts) > 3
    for text in texts[1:]:
        assert text.split()[:2] == HEADS["zh"]
    named = atlas.run_in_map("(a) => a.overlays.labels.labels.map((l) => l.park.name)")
    assert len(named) > 9
    sheet = texts[0].replace("\n", " ")
    assert sum(name in sheet for name in named) > 9
    assert "福福" not in sheet
    assert "园园" not in sheet


def test_the_page_of_quality_prints_its_list(page, url):
    page.goto(f"{url}/quality")
    expect(page.frame_locator("iframe").locator(".legend")).to_be_visible()
    wait_until_drawn(page)
    printed = Printed(page)
    assert printed.sizes() == {A4_POINTS}
    texts = "".join(printed.texts())
    assert "数据来源" in texts
    assert "Excel" not in texts
