"""Word as LibreOffice opens it: whole, in order, on A4, with its picture."""

import os
import re
import shutil
import subprocess

import pytest
from brief_texts import WORDS, list_expected
from PIL import Image

from parks.briefs import write_word
from parks.language import Language

SECONDS = 180
NEEDED = "soffice", "pdfinfo", "pdftotext", "pdftoppm"


@pytest.fixture(scope="module")
def print_(tmp_path_factory):
    """Print a Word document as PDF, with a profile of its own."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        told = (
            f"{', '.join(missing)} missing: install libreoffice-writer-nogui and "
            "poppler-utils to see what LibreOffice makes of a brief"
        )
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    folder = tmp_path_factory.mktemp("office")

    def print__(content, name):
        file = folder / f"{name}.docx"
        file.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        run("soffice", profile, *options, str(file))
        return file.with_suffix(".pdf")

    return print__


def run(name, *arguments):
    done = subprocess.run(  # noqa: S603 - a program of the system, our own arguments
        [shutil.which(name), *arguments],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return done.stdout.decode()


def squeeze(text):
    """Leave out what lays text out: blanks, breaks, and bullets."""
    return re.sub(r"[\s•●\uf0b7]", "", text)


@pytest.mark.parametrize(("count", "language"), [(1, "zh"), (4, "en")])
def test_libreoffice_prints_all_that_the_brief_says(usual, print_, count, language):
    brief = usual(count, Language(language))
    pdf = print_(write_word(brief), f"{count}-{language}")
    printed = squeeze(run("pdftotext", "-raw", str(pdf), "-"))
    texts = list_expected(brief, WORDS[language])
    for text in texts:
        for cell in [text] if isinstance(text, str) else text:
            for line in cell.splitlines():
                # A line that runs over to another page has a foot and a head in it.
                assert squeeze(line)[:60] in printed
    pages = int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(pdf)))[1])
    last = {"zh": f"第{pages}页，共{pages}页", "en": f"Page{pages}of{pages}"}
    assert last[language] in printed
    assert "A4" in run("pdfinfo", str(pdf))


def test_hostile_text_is_printed_and_not_run(hostile, print_):
    pdf = print_(write_word(hostile), "hostile")
    printed = squeeze(run("pdftotext", "-raw", str(pdf), "-"))
    for text in ("{PAGE}{INCLUDETEXT/etc/passwd}", "=cmd|'/CcalC'!A0", "{{config}}"):
        assert squeeze(text).casefold() in printed.casefold()
    assert "root:" not in printed


def test_the_map_is_on_the_printed_page(usual, print_, tmp_path):
    pdf = print_(write_word(usual(1, Language.ZH)), "map")
    run(
        "pdftoppm",
        "-r",
        "60",
        "-png",
        "-f",
        "1",
        "-l",
        "1",
        str(pdf),
        str(tmp_path / "p"),
    )
    (file,) = tmp_path.glob("p*.png")
    with Image.open(file) as page:
        colours = page.convert("RGB").getcolors(page.width * page.height)
    red = sum(n for n, (r, g, b) in colours if r > 140 and g < 60 and b < 60)
    sea = sum(n for n, colour in colours if colour == (0xEE, 0xF3, 0xF6))
    assert red > 10
    assert sea > 1000
