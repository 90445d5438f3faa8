"""A table that cannot be used: one sentence on the page, never a traceback."""

import pytest
from atlas import wait_for_answer
from conftest import serve
from playwright.sync_api import expect

TABLES = {
    "empty": (b"", "是空文件"),
    "no-table": ("没有表格，只有一句话。".encode(), "没有园区表"),
    "binary": (bytes(range(256)) * 8, "不是文本文件"),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_that_cannot_be_used_is_said_in_a_sentence(page, tmp_path, kind):
    content, words = TABLES[kind]
    table = tmp_path / "table.txt"
    table.write_bytes(content)
    with serve(tmp_path / "server.log", TABLE=table) as url:
        page.goto(url)
        message = page.get_by_test_id("stMain")
        expect(message).to_contain_text("地图无法显示")
        expect(message).to_contain_text("table.txt")
        expect(message).to_contain_text(words)
        wait_for_answer(page)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def test_a_table_that_is_not_there_is_said_in_a_sentence(page, tmp_path):
    with serve(tmp_path / "server.log", TABLE=tmp_path / "nowhere.txt") as url:
        page.goto(url)
        expect(page.get_by_text("nowhere.txt")).to_be_visible()
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def test_a_table_lacking_columns_shows_what_it_has(page, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("园区名称\n深圳湾科技生态园\n无名园\n", encoding="utf-8")
    with serve(tmp_path / "server.log", TABLE=table) as url:
        page.goto(url)
        expect(page.locator(".pa-counts")).to_contain_text("2")
        expect(page.get_by_text("修补与存疑")).to_be_visible()
    assert "Traceback" not in (tmp_path / "server.log").read_text()
