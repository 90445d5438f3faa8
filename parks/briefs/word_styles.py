"""How a Word brief looks: paper, fonts, languages, header and footer."""

import re
from datetime import UTC, datetime
from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from parks.briefs.brief import Brief
from parks.briefs.sentences import say
from parks.language import Language

BODY_FONT: Final = "宋体"
HEAD_FONT: Final = "微软雅黑"
"""What Chinese is set in; `parks.briefs.packing` names what stands in for them."""
_LATIN_TAG: Final = "en-GB"
"""Of Latin words in either language: as Chinese they would be broken anywhere."""
_LATIN: Final = {Language.ZH: "Times New Roman", Language.EN: "Arial"}
_HEAD_LATIN: Final = "Arial"
_TAGS: Final = {Language.ZH: "zh-CN", Language.EN: "en-GB"}
_INK: Final = RGBColor(0x1D, 0x2B, 0x36)
_ACCENT: Final = RGBColor(0x0B, 0x5C, 0x86)
_QUIET: Final = RGBColor(0x55, 0x64, 0x6F)
_LONGEST_HEAD: Final = 60
"""Characters of a title that the head of each page repeats."""
_RULE: Final = "B4C2CC"
_SIZES: Final = {"Title": 20, "Heading 1": 15, "Heading 2": 12}
_PAGE, _PAGES = "\0PAGE\0", "\0NUMPAGES\0"
_CODE: Final = re.compile("(\0[A-Z]+\0)")
_MADE: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""Written as the date of creation where none is known, never the clock's."""


def dress(document: Document, brief: Brief) -> None:
    """Set paper, styles, languages, header, footer and properties of a new document."""
    _lay_out(document)
    _set_styles(document, brief.language)
    _rule_lightly(document)
    _set_language(document)
    _head(document, brief)
    _foot(document, brief.language)
    _set_properties(document, brief)


def _lay_out(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.0)


def _set_styles(document: Document, language: Language) -> None:
    latin = _LATIN[language]
    _style(document, "Normal", (latin, BODY_FONT), 10.5)
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.35
    for name, size in _SIZES.items():
        _style(document, name, (_HEAD_LATIN, HEAD_FONT), size, _ACCENT)
    _style(document, "Caption", (latin, BODY_FONT), 9, _QUIET)
    document.styles["Caption"].font.bold = False
    for name in ("Header", "Footer"):
        _style(document, name, (latin, BODY_FONT), 9, _QUIET)
    cells = document.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    cells.base_style = normal
    cells.paragraph_format.space_after = Pt(0)
    cells.paragraph_format.line_spacing = 1.2
    cells.font.size = Pt(9.5)
    gap = document.styles.add_style("Gap", WD_STYLE_TYPE.PARAGRAPH)
    gap.base_style = normal
    gap.paragraph_format.space_after = Pt(0)
    gap.paragraph_format.line_spacing = Pt(6)


def _style(
    document: Document,
    name: str,
    fonts: tuple[str, str],
    points: float,
    colour: RGBColor = _INK,
) -> None:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs")
    latin, chinese = fonts
    style.font.size = Pt(points)
    style.font.color.rgb = colour
    style.font.name = latin
    names = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The template's fonts go by its theme, which would win over names.
    for attribute in list(names.attrib):
        if attribute.endswith("Theme"):
            del names.attrib[attribute]
    names.set(qn("w:eastAsia"), chinese)
    names.set(qn("w:cs"), latin)


def _rule_lightly(document: Document) -> None:
    """Let the lines of tables stand back behind their words."""
    for borders in document.styles["Table Grid"].element.iter(qn("w:tblBorders")):
        for border in borders:
            border.set(qn("w:color"), _RULE)


def _set_language(document: Document) -> None:
    """Name the languages of text; Chinese in an English brief stays Chinese."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), _LATIN_TAG)
        element.set(qn("w:eastAsia"), "zh-CN")
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), _LATIN_TAG)
        theme.set(qn("w:eastAsia"), "zh-CN")


def _head(document: Document, brief: Brief) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.add_run(f"ParkAtlas · 园区一张图 — {brief.title[:_LONGEST_HEAD]}")


def _foot(document: Document, language: Language) -> None:
    """Write the pages' numbers, the only fields of a brief."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    sentence = say("Page {page} of {pages}", language, page=_PAGE, pages=_PAGES)
    for part in _CODE.split(sentence):
        if part in {_PAGE, _PAGES}:
            _add_field(paragraph, part.strip("\0"))
        else:
            paragraph.add_run(part)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - no other way


def _set_properties(document: Document, brief: Brief) -> None:
    day = brief.day
    made = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _MADE
    properties = document.core_properties
    properties.title = brief.title[:255]
    properties.author = (brief.sender.name or "ParkAtlas")[:255]
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.keywords = ""
    properties.language = _TAGS[brief.language]
    properties.created = properties.modified = made
