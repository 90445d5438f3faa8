"""What a planner mends on the import page reaches the map, and no other file."""

import contextlib

import pytest
from atlas import AtlasPage, download, press, wait_for_answer
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from parks.readers import read_path

_MOST_TRIES = 3
_LONGEST_TRY = 15_000
"""Milliseconds after which a click or a key counts as lost to what was being drawn."""
# A cell of the editor has the keys, or the list of one that was chosen already is open.
HAS_KEYS = """(editor) => {
  const { activeElement: it } = document;
  const isCell = it.tagName === "TD" && editor.contains(it);
  return isCell || document.querySelector("[role=option]");
}"""
TABLE = "片区,园区,经度,纬度\n{0}区,{0}园,113.9,22.5\n"


@pytest.fixture
def importer(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    atlas = AtlasPage(page, app_url).open()
    page.get_by_role("link", name="导入表格", exact=True).click()
    expect(page.get_by_role("heading", name="导入园区表格")).to_be_visible()
    return atlas


def upload(atlas, name, content):
    atlas.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    )
    expect(atlas.page.get_by_text(name).first).to_be_visible()
    expect(atlas.page.get_by_role("heading", name="共 1 行")).to_be_visible()
    wait_for_answer(atlas.page)


def await_frames(page):
    """Wait until the browser has drawn twice: the grid takes over what came before."""
    page.evaluate(
        "() => new Promise((done) =>"
        " requestAnimationFrame(() => requestAnimationFrame(() => done())))"
    )


def aim_at(page, editor, x=30, y=50):
    """Click a cell of an editor; after another one it may take two clicks."""
    # What the page's script redraws cannot be typed into.
    wait_for_answer(page)
    frame = page.get_by_test_id("stDataFrame").nth(editor)
    expect(frame.get_by_test_id("data-grid-canvas")).to_be_visible()
    for _ in range(_MOST_TRIES):
        frame.click(position={"x": x, "y": y})
        await_frames(page)
        with contextlib.suppress(PlaywrightTimeoutError):
            page.wait_for_function(
                HAS_KEYS, arg=frame.element_handle(), timeout=_LONGEST_TRY
            )
            await_frames(page)
            return


def edit(page, editor, cell, text):
    """Write a cell of an editor as a planner does: by keyboard, from the first one."""
    aim_at(page, editor)
    for _ in range(cell):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    overlay = page.locator(".gdg-input, textarea.gdg-input").last
    expect(overlay).to_be_visible()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(text)
    expect(overlay).to_have_value(text)
    # The grid takes over what is typed when it is drawn next: no hand is quicker.
    await_frames(page)


def map_names(atlas, *, mended=1):
    """Make the map and read the names of its parks."""
    page = atlas.page
    way = page.get_by_text("打开地图")
    for _ in range(_MOST_TRIES):
        press(page, "生成地图")
        with contextlib.suppress(PlaywrightTimeoutError):
            # A page redrawn under the mouse may lose a click: one clicks again.
            way.wait_for(timeout=_LONGEST_TRY)
            break
    expect(way).to_be_visible()
    wait_for_answer(page)
    expect(page.get_by_text("已修改 1 格")).to_have_count(mended)
    way.click()
    atlas.wait_for_map()
    return atlas.shown_names()


def test_an_edit_reaches_the_map_even_if_asked_for_at_once(importer):
    upload(importer, "甲.csv", TABLE.format("甲"))
    edit(importer.page, 1, 2, "改过的园")
    assert map_names(importer) == ["改过的园"]


def test_an_edit_that_was_entered_reaches_the_map(importer):
    upload(importer, "甲.csv", TABLE.format("甲"))
    edit(importer.page, 1, 2, "改过的园")
    importer.page.keyboard.press("Enter")
    assert map_names(importer) == ["改过的园"]


def test_what_was_mended_in_one_file_stays_out_of_the_next(importer):
    upload(importer, "甲.csv", TABLE.format("甲"))
    edit(importer.page, 1, 2, "改过的园")
    importer.page.keyboard.press("Enter")
    # A file that comes while the page still answers the edit is lost to it.
    expect(importer.page.get_by_text("已修改 1 格")).to_be_visible()
    wait_for_answer(importer.page)
    upload(importer, "乙.csv", TABLE.format("乙"))
    assert map_names(importer, mended=0) == ["乙园"]


def choose_meaning(page, row, name):
    """Give a column another meaning in the editor of columns."""
    option = page.get_by_role("option", name=name, exact=True)
    for _ in range(_MOST_TRIES):
        # A busy machine may still be drawing the grid when click or key come, or the
        # list that one click opened lies in the way of the next.
        with contextlib.suppress(PlaywrightTimeoutError):
            aim_at(page, 0, x=500, y=50 + 35 * row)
        with contextlib.suppress(PlaywrightTimeoutError):
            if not option.is_visible():
                page.keyboard.press("Enter")
            option.wait_for(timeout=_LONGEST_TRY)
            option.click(timeout=_LONGEST_TRY)
            return
        page.keyboard.press("Escape")
    option.click()


def choose_until(answer, row, name):
    """Give a column another meaning, again if a redrawn grid lost the choice."""
    for _ in range(_MOST_TRIES):
        # A list that stayed open would be in the way.
        answer.page.keyboard.press("Escape")
        choose_meaning(answer.page, row, name)
        with contextlib.suppress(PlaywrightTimeoutError):
            answer.wait_for(timeout=_LONGEST_TRY)
            return
    expect(answer).to_be_visible()


def test_a_column_of_unknown_meaning_is_given_one(importer):
    page = importer.page
    text = "片区\t园区\t说明\n甲区\t甲园\t重点发展人工智能\n"
    page.get_by_role("textbox", name="或在此粘贴表格").fill(text)
    page.get_by_role("button", name="读取表格").click()
    expect(page.get_by_role("heading", name="共 1 行")).to_be_visible()
    expect(page.get_by_text("表中没有产业方向列")).to_be_visible()
    choose_meaning(page, 2, "产业方向")
    expect(page.get_by_text("表中没有产业方向列")).to_have_count(0)
    press(page, "生成地图")
    page.get_by_text("打开地图").click()
    importer.wait_for_map()
    expect(importer.option("产业", "人工智能")).to_be_visible()


def test_a_table_of_unknown_headings_asks_what_they_mean(importer):
    page = importer.page
    text = "张江科学城\t集成电路\n金桥开发区\t汽车\n"
    page.get_by_role("textbox", name="或在此粘贴表格").fill(text)
    page.get_by_role("button", name="读取表格").click()
    expect(page.get_by_text("这张表的表头都无法识别")).to_be_visible()
    page.get_by_text("第一行是数据，表格没有表头").click()
    choose_meaning(page, 0, "核心产业园")
    expect(page.get_by_role("heading", name="共 2 行")).to_be_visible()
    press(page, "生成地图")
    expect(page.get_by_text("2 个园区").first).to_be_visible()


def test_what_was_mended_survives_a_look_at_the_map(importer):
    page = importer.page
    upload(importer, "甲.csv", TABLE.format("甲"))
    edit(page, 1, 2, "改过的园")
    page.keyboard.press("Enter")
    assert map_names(importer) == ["改过的园"]
    page.get_by_role("link", name="导入表格", exact=True).click()
    expect(page.get_by_text("甲.csv：共 1 个园区")).to_be_visible()
    wait_for_answer(page)
    edit(page, 1, 1, "改过的区")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已修改 1 格")).to_be_visible()
    wait_for_answer(page)
    page.get_by_text("打开地图").click()
    importer.wait_for_map()
    assert importer.shown_names() == ["改过的园"]
    assert importer.run_in_map("(a) => a.payload.parks[0].zone") == "改过的区"


def test_what_was_mended_survives_a_change_of_language(importer):
    page = importer.page
    upload(importer, "甲.csv", TABLE.format("甲"))
    choose_meaning(page, 0, "—")
    expect(page.get_by_text("表中没有片区列")).to_be_visible()
    edit(page, 1, 2, "改过的园")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已修改 1 格")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_text("The table has no column of zones")).to_be_visible()
    wait_for_answer(page)
    press(page, "Make the map")
    page.get_by_text("Open the map").click()
    importer.wait_for_map()
    assert importer.shown_names() == ["改过的园"]


def test_two_columns_of_one_meaning_are_refused_and_nothing_is_lost(importer):
    page = importer.page
    upload(importer, "甲.csv", TABLE.format("甲"))
    edit(page, 1, 2, "改过的园")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已修改 1 格")).to_be_visible()
    refused = page.get_by_text("有两列都指定为“核心产业园”")
    choose_until(refused, 0, "核心产业园")
    expect(page.get_by_role("button", name="生成地图")).to_have_count(0)
    choose_until(page.get_by_role("button", name="生成地图"), 0, "片区")
    assert map_names(importer) == ["改过的园"]


def test_text_pasted_after_a_file_is_read(importer):
    page = importer.page
    upload(importer, "甲.csv", TABLE.format("甲"))
    box = page.get_by_role("textbox", name="或在此粘贴表格")
    box.fill("片区,园区\n乙区,乙园\n乙区,丙园\n")
    page.get_by_role("button", name="读取表格").click()
    expect(page.get_by_role("heading", name="共 2 行")).to_be_visible()
    wait_for_answer(page)
    expect(page.get_by_role("heading", name="共 2 行")).to_be_visible()


def test_the_cleaned_table_holds_what_was_mended(importer, tmp_path):
    page = importer.page
    upload(importer, "甲.csv", TABLE.format("甲"))
    edit(page, 1, 2, "改过的园")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已修改 1 格")).to_be_visible()
    press(page, "生成地图")
    path = tmp_path / "table.xlsx"
    download(page, page.get_by_role("button", name="下载整理后的表格")).save_as(path)
    (row,) = read_path(path).rows
    assert (row.zone, row.parks) == ("甲区", ("改过的园",))
