"""The list of documents as CSV and Excel: whole, and nothing of it runs."""

import csv
import io

import openpyxl

from parks.exports.policy_list import COLUMNS, write_policies_csv, write_policies_xlsx
from parks.language import Language
from parks.policy_documents import list_documents

HOSTILE = '《=HYPERLINK(""http://evil.example"")》、《+甲》、《<b>乙</b>》'


def lines(edition, language=Language.ZH):
    written = write_policies_csv(edition, list_documents(edition), language)
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))


def sheets(edition, language=Language.ZH):
    written = write_policies_xlsx(
        edition, list_documents(edition), language, {"表": "甲"}
    )
    return openpyxl.load_workbook(io.BytesIO(written)).worksheets


def test_each_document_is_a_line_with_all_that_the_page_says(embedded):
    head, *rest = lines(embedded)
    assert head[:4] == ["文件", "文号", "级别", "级别的依据"]
    assert len(rest) == 21
    line = dict(zip(head, rest[1], strict=True))
    assert line["文件"] == "深圳国家高新区扩区方案"
    assert line["文号"] == "深府函〔2019〕123号"
    assert line["级别"] == "市级"
    assert line["年份"] == "2019"
    assert (line["片区数"], line["园区数"]) == ("5", "17")
    assert line["以此为依据的片区"].splitlines()[0] == "第 7 行 南山 · 留仙洞片区"
    assert "第 18 行 – 按规则合并：" in line["表中写法"]
    assert "仅按标题合并：另一处引用没有文号。" in line["表中写法"]


def test_it_speaks_english(embedded):
    head, *rest = lines(embedded, Language.EN)
    assert head == list(COLUMNS)
    assert rest[1][2] == "City"


def test_excel_has_the_same_lines_and_says_where_they_are_from(embedded):
    listed, about = sheets(embedded)
    assert listed.title == "规划依据文件"
    cells = [[str(cell.value or "") for cell in row] for row in listed.iter_rows()]
    assert cells == lines(embedded)
    assert [cell.value for cell in about[1]] == ["表", "甲"]


def test_a_title_never_runs(make):
    edition = make(f'1,南山,甲片区,一园,发展人工智能,"{HOSTILE}"')
    titles = [line[0] for line in lines(edition)[1:]]
    assert sorted(titles) == [
        "'+甲",
        '\'=HYPERLINK("http://evil.example")',
        "<b>乙</b>",
    ]
    cells = [cell for row in sheets(edition)[0].iter_rows() for cell in row]
    assert all(cell.data_type in {"s", "n"} for cell in cells)
    assert not any(cell.hyperlink for cell in cells)


def test_a_table_without_documents_is_headings_alone(make):
    edition = make("1,南山,甲片区,一园,发展人工智能,")
    assert len(lines(edition)) == 1
    assert sheets(edition)[0].max_row == 1
