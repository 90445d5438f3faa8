"""Planners look for places that are wrong, on the page of data quality."""

import csv
import io
import json
import re

import openpyxl
import pytest
from atlas import AtlasPage, download, expect_within, press, wait_for_answer
from conftest import serve
from playwright.sync_api import expect
from visitors import DESK, PHONE

from parks.catalogue import open_edition
from parks.quality import assess_edition
from parks.quality_list import pick_parks

ASSESSMENT = assess_edition(open_edition())
NAMES = ASSESSMENT.edition.parks["name"].tolist()
WORST_FIRST = [NAMES[at] for at in ASSESSMENT.order]
DOUBTFUL = [NAMES[at] for at in ASSESSMENT.order if ASSESSMENT.doubtful[at]]
ROW_PIXELS = 35


class QualityPage(AtlasPage):
    """The page of data quality as its reader sees it."""

    def open(self, query=""):
        self.page.goto(f"{self.url}/quality{query}")
        self.wait_for_map()
        return self

    def wait_for_map(self):
        expect(self.verdict).to_be_visible()
        wait_for_answer(self.page)
        expect(self.map.locator(".legend")).to_be_visible()
        self.wait_until_still()

    @property
    def verdict(self):
        return self.page.locator(".pa-verdict")

    @property
    def evidence(self):
        return self.page.locator(".st-key-evidence")

    def expect_drawn(self, names):
        self.wait_in_map(
            "(a, names) => { const shown = a.shownSymbols().map((s) => s.park.name);"
            " return String(shown.sort()) === String(names.sort()); }",
            list(names),
        )

    def click_row(self, number):
        """Click the box before a row of the table."""
        wait_for_answer(self.page)
        table = self.page.get_by_test_id("stDataFrame").first
        expect(table.get_by_test_id("data-grid-canvas")).to_be_visible()
        table.click(position={"x": 17, "y": ROW_PIXELS * number + ROW_PIXELS / 2})

    def download(self, label):
        taken = download(self.page, self.page.get_by_role("button", name=label))
        return taken.path().read_bytes()


def wait_for_map_page(quality):
    """Wait until the map page's own frame stands where this page's was."""
    page = quality.page
    expect(quality.verdict).to_have_count(0)
    expect(page.locator(".pa-head h1")).to_have_text("园区一张图")
    wait_for_answer(page)
    expect(quality.map.locator(".legend")).to_be_visible()
    quality.wait_until_still()


@pytest.fixture
def quality(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return QualityPage(page, app_url)


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def any_size(new_context, app_url, request):
    visitor = request.param
    page = new_context(**visitor).new_page()
    return QualityPage(page, app_url), visitor["viewport"]["width"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ("数据质量", "存疑", "各辖区的位置精度")),
        ("?lang=en", ("Data quality", "Doubtful: ", "Precision by district")),
    ],
    ids=["zh", "en"],
)
def test_the_page_says_how_good_the_places_are_at_any_size(any_size, query, words):
    quality, width = any_size
    quality.open(query)
    shown = quality.page.get_by_test_id("stMain")
    for word in words:
        expect(shown).to_contain_text(word)
    expect(quality.verdict).to_contain_text(str(len(DOUBTFUL)))
    expect_within(quality.page, width)
    quality.expect_drawn(DOUBTFUL)


def test_the_map_page_leads_here_and_back_and_no_other_host_is_asked(
    page, app_url, heard
):
    atlas = AtlasPage(page, app_url).open("?district=nanshan")
    atlas.expect_count(9)
    page.get_by_role("link", name="数据质量", exact=True).click()
    quality = QualityPage(page, app_url)
    quality.wait_for_map()
    quality.expect_drawn(DOUBTFUL)
    expect(page).to_have_url(re.compile(r"/quality$"))
    quality.choose("疑问类别", "只到道路或街道")
    expect(page).to_have_url(re.compile(r"doubt=street"))
    page.get_by_role("link", name="地图", exact=True).click()
    wait_for_map_page(quality)
    atlas.expect_count(9)
    expect(atlas.option("辖区", "南山")).to_be_checked()
    page.get_by_role("link", name="数据质量", exact=True).click()
    quality.wait_for_map()
    expect(quality.option("疑问类别", "只到道路或街道")).to_be_checked()
    assert heard["outside"] == []
    assert heard["errors"] == []


def test_a_row_shows_its_evidence_and_the_map_marks_it(quality):
    quality.open()
    quality.click_row(2)
    expect(quality.evidence.locator("h2")).to_have_text(WORST_FIRST[1])
    expect(quality.evidence).to_contain_text("地图所示")
    expect(quality.evidence).to_contain_text("来源坐标系")
    quality.wait_in_map(
        "(a, name) => a.selected && a.selected.park.name === name", WORST_FIRST[1]
    )


def test_a_click_on_the_map_shows_the_evidence_and_keeps_the_view(quality, heard):
    quality.open("?district=longhua")
    quality.wait_in_map("(a) => a.shownCount === 1")
    before = quality.view()
    quality.click_park("九龙山智能科技城")
    expect(quality.evidence.locator("h2")).to_have_text("九龙山智能科技城")
    expect(quality.page).to_have_url(re.compile("park=jiu-long-shan"))
    assert quality.view() == before
    assert heard["map_loads"] == 1
    quality.page.get_by_role("button", name="关闭").click()
    expect(quality.evidence).to_contain_text("各辖区的位置精度")


def test_a_choice_narrows_list_map_and_files_alike(quality):
    quality.open()
    quality.choose("辖区", "宝安")
    quality.choose("疑问类别", "只到道路或街道")
    expected = [
        NAMES[at] for at in pick_parks(ASSESSMENT, ["宝安"], ["street"]).tolist()
    ]
    quality.expect_drawn(expected)
    count = len(expected)
    text = quality.download(f"下载清单 CSV（{count} 个）").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == expected
    book = openpyxl.load_workbook(
        io.BytesIO(quality.download(f"下载清单 Excel（{count} 个）"))
    )
    _, *cells = book.worksheets[0].iter_rows(values_only=True)
    assert len(cells) == count
    about = {row[0]: row[1] for row in book.worksheets[1].iter_rows(values_only=True)}
    assert "凡符合下列任一条的园区为存疑" in about["存疑"]
    assert about["疑问类别"] == "只到道路或街道"
    made = json.loads(quality.download(f"下载存疑园区 GeoJSON（{count} 个）"))
    names = [feature["properties"]["name"] for feature in made["features"]]
    assert names == expected


def test_a_selected_park_without_doubt_is_drawn_beside_the_doubtful(quality):
    best = WORST_FIRST[-1]
    assert best not in DOUBTFUL
    park_id = ASSESSMENT.edition.parks["park_id"].iloc[ASSESSMENT.order[-1]]
    quality.open(f"?park={park_id}")
    expect(quality.evidence.locator("h2")).to_have_text(best)
    quality.expect_drawn([*DOUBTFUL, best])


def test_the_map_opens_with_the_park_though_its_filter_hid_it(page, app_url, heard):
    atlas = AtlasPage(page, app_url).open("?district=futian")
    atlas.expect_count(7)
    page.get_by_role("link", name="数据质量", exact=True).click()
    quality = QualityPage(page, app_url)
    quality.wait_for_map()
    quality.click_row(1)
    expect(quality.evidence.locator("h2")).to_have_text(WORST_FIRST[0])
    page.get_by_role("button", name="在地图上打开").click()
    wait_for_map_page(quality)
    expect(atlas.panel.locator("h2")).to_have_text(WORST_FIRST[0])
    atlas.wait_for_map()
    atlas.wait_in_map(
        "(a, name) => a.selected && a.selected.park.name === name && a.selected.shown",
        WORST_FIRST[0],
    )
    assert heard["errors"] == []


def test_the_language_changes_and_the_choice_stays(quality, heard):
    quality.open("?doubt=unsure")
    page = quality.page
    expect(quality.option("疑问类别", "来源可信度低")).to_be_checked()
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", name="Data quality")).to_be_visible()
    expect(quality.option("Kind of doubt", "Source of low confidence")).to_be_checked()
    expect(page).to_have_url(re.compile("lang=en"))
    expect(quality.map.locator(".legend summary")).to_have_text("Legend")
    assert heard["map_loads"] == 1


def test_the_map_opens_in_the_language_of_the_page(quality):
    page = quality.open("?lang=en").page
    quality.click_row(1)
    expect(quality.evidence.locator("h2")).to_have_text(WORST_FIRST[0])
    page.get_by_role("button", name="Open on the map").click()
    expect(page.locator(".pa-head h1")).to_have_text("ParkAtlas")
    expect(page.locator(".pa-park h2")).to_have_text(WORST_FIRST[0])
    expect(page).to_have_url(re.compile("lang=en"))


def test_an_imported_table_is_assessed_with_its_own_points(quality):
    page = quality.open().page
    page.get_by_role("link", name="导入表格", exact=True).click()
    table = (
        "辖区,片区,园区,经度（WGS84）,纬度（WGS84）\n"
        "南山,甲区,<b>区外园</b>,114.2,22.6\n"
        "南山,甲区,本址园,113.95,22.54\n"
    )
    page.locator("input[type=file]").set_input_files(
        {"name": "甲.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    press(page, "生成地图")
    page.get_by_text("打开地图").click()
    expect(page.locator(".pa-counts")).to_be_visible()
    page.get_by_role("link", name="数据质量", exact=True).click()
    quality.wait_for_map()
    expect(quality.verdict).to_contain_text("2 个园区：2 个在园区本身")
    quality.click_row(1)
    expect(quality.evidence.locator("h2")).to_have_text("<b>区外园</b>")
    expect(quality.evidence).to_contain_text("位于所写辖区之外")
    page.get_by_role("button", name="在地图上打开").click()
    wait_for_map_page(quality)
    expect(page.locator(".pa-park h2")).to_have_text("<b>区外园</b>")
    expect(page.get_by_role("radio", name="甲.csv")).to_be_checked()


def test_a_corrected_park_is_held_against_the_source_it_had(page, app_url, heard):
    AtlasPage(page, app_url).open("?park=chuang-wei-chuang-xin-gu")
    page.get_by_role("button", name="更正位置").click()
    field = page.get_by_label(re.compile("新坐标"))
    field.fill("113.925000, 22.643636")
    field.press("Enter")
    reason = page.get_by_label(re.compile("理由"))
    reason.fill("现场核对")
    reason.press("Enter")
    page.get_by_role("button", name="确认更正").click()
    expect(page.locator(".pa-counts")).to_contain_text("处已更正")
    page.get_by_role("link", name="数据质量", exact=True).click()
    quality = QualityPage(page, app_url)
    quality.wait_for_map()
    expect(quality.evidence.locator("h2")).to_have_text("创维创新谷")
    expect(quality.evidence).to_contain_text("现场核对")
    expect(quality.evidence).to_contain_text("园区或其邻近处的另一来源相距 300 米以上")
    expect(quality.evidence).to_contain_text(re.compile(r"另一来源，相距 6\d\d 米"))
    assert heard["errors"] == []


def test_a_link_with_nonsense_says_so(quality):
    quality.open("?doubt=ghost&district=luohu")
    expect(quality.page.get_by_text("链接中有一部分无法识别")).to_be_visible()
    expect(quality.option("辖区", "罗湖")).to_be_checked()


def test_ten_thousand_parks_can_be_leafed_through(page, heard, tmp_path):
    path = tmp_path / "large.csv"
    rows = [
        f"{n},南山,片区{n % 40},园{n},{113.9 + n % 100 / 1e4:.5f},{22.53 + n / 1e6:.6f}"
        for n in range(1, 10_001)
    ]
    heading = "序号,辖区,片区,园区名称,经度（WGS84）,纬度（WGS84）"
    path.write_text("\n".join([heading, *rows]), encoding="utf-8")
    with serve(tmp_path / "server.log", TABLE=path) as url:
        quality = QualityPage(page, url).open()
        expect(page.get_by_text("第 1–100 行，共 10,000 行")).to_be_visible()
        page.get_by_role("button", name="Page 2", exact=True).click()
        expect(page.get_by_text("第 101–200 行，共 10,000 行")).to_be_visible()
        quality.click_row(1)
        expect(quality.evidence.locator("h2")).to_be_visible()
        expect(page.get_by_text("第 101–200 行，共 10,000 行")).to_be_visible()
    assert [text for text in heard["errors"] if "404" not in text] == []
