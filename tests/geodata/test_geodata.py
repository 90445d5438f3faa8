import csv
import subprocess
import sys

import pytest

import geodata
from geodata._records import DATA
from geodata.errors import GeodataError, StatedError


def test_all_names_exist_and_are_sorted():
    assert all(hasattr(geodata, name) for name in geodata.__all__)
    constants = [name for name in geodata.__all__ if name.isupper()]
    others = [name for name in geodata.__all__ if not name.isupper()]
    assert constants == sorted(constants)
    assert others == sorted(others)


def test_everything_public_is_documented():
    for name in geodata.__all__:
        if not name.isupper():
            assert getattr(geodata, name).__doc__


def test_errors_have_one_base_and_built_in_kin():
    for error in (geodata.UnknownDatumError, geodata.CoordinateError):
        assert issubclass(error, GeodataError)
        assert issubclass(error, ValueError)
    assert issubclass(geodata.DataFileError, OSError)
    assert issubclass(GeodataError, StatedError)


def test_every_data_file_is_described():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for path in DATA.iterdir():
        assert path.name == "README.md" or f"## `{path.name}`" in text


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_data_files_are_utf8_with_unix_lines_and_no_stray_blanks(path):
    content = path.read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    for record in csv.reader(content.decode("utf-8").splitlines()):
        assert all(cell == cell.strip() for cell in record)


def test_geodata_needs_neither_network_nor_web_libraries():
    code = (
        "import sys, geodata; "
        "print(*(m for m in ('streamlit', 'folium', 'httpx2', 'requests', 'parks') "
        "if m in sys.modules))"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
