"""Word: as a reader opens it, word for word, and nothing in it runs."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from brief_texts import WORDS, list_expected, read_word
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.briefs import make_brief, read_sender, write_word
from parks.language import Language


def read_part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("language", Language)
def test_it_says_field_for_field_what_the_brief_says(usual, count, language):
    brief = usual(count, language)
    expected = list_expected(brief, WORDS[language])
    assert read_word(write_word(brief)) == expected


def test_hostile_text_stays_text(hostile):
    content = write_word(hostile)
    assert read_word(content) == list_expected(hostile, WORDS["en"])
    body = read_part(content, "word/document.xml")
    for name in ("fldSimple", "instrText", "hyperlink", "object", "altChunk"):
        assert f"<w:{name}" not in body
    relations = read_part(content, "word/_rels/document.xml.rels")
    assert "External" not in relations


def test_the_only_fields_number_the_pages(hostile):
    document = docx.Document(io.BytesIO(write_word(hostile)))
    footer = document.sections[0].footer._element  # noqa: SLF001
    codes = [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


@given(st.text(max_size=200), st.text(max_size=3000))
@settings(max_examples=25)
def test_any_text_typed_comes_back_as_it_was_cleaned(make, name, remark):
    sender, _ = read_sender({"name": name, "remark": remark}, Language.ZH)
    edition = make("1,火星,甲区,一园,,")
    brief = make_brief(edition, [0], Language.ZH, heading=name.strip(), sender=sender)
    texts = read_word(write_word(brief))
    assert [cells[1] for cells in texts if cells[0] == "附言"] == [
        sender.remark for _ in range(bool(sender.remark))
    ]
    assert [cells[1] for cells in texts if cells[0] == "发送人"] == [
        sender.name for _ in range(bool(sender.name))
    ]


def test_control_characters_of_a_table_are_left_out_and_that_is_said(make):
    edition = make("1,南山,甲区,一\u202e园\x0b,人工\x01智能,")
    brief = make_brief(edition, [0], Language.EN)
    left_out = [note for note in brief.source_notes if "can hold" in note]
    texts = read_word(write_word(brief))
    assert "1. 一园" in texts
    assert left_out == [texts[-1]]


def test_the_same_brief_gives_the_same_bytes(usual):
    brief = usual(4, Language.ZH)
    assert write_word(brief) == write_word(replace(brief))


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_it_is_on_a4_in_its_language_with_real_headings(usual, language, tag):
    content = write_word(usual(1, Language(language)))
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert (section.page_width.cm, section.page_height.cm) == pytest.approx(
        (21.0, 29.7), abs=0.01
    )
    assert document.core_properties.language == tag
    assert document.core_properties.created.date().isoformat() == "2026-11-30"
    styles = [each.style.name for each in document.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 3
    assert styles.count("Heading 2") == 3
    assert len(document.inline_shapes) == 1


def test_chinese_fonts_are_named_with_others_for_where_they_are_missing(usual):
    content = write_word(usual(1, Language.ZH))
    styles = read_part(content, "word/styles.xml")
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="微软雅黑"' in styles
    fonts = read_part(content, "word/fontTable.xml")
    assert re.search('w:name="宋体"><w:altName w:val="SimSun,', fonts)


def test_the_words_that_name_a_sector_are_bold(usual):
    document = docx.Document(io.BytesIO(write_word(usual(1, Language.ZH))))
    (direction,) = [
        each
        for each in document.paragraphs
        if each.text.startswith("人工智能、金融科技；")
    ]
    bold = [run.text for run in direction.runs if run.bold]
    assert bold[:3] == ["人工智能", "金融科技", "互联网"]
