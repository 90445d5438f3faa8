"""A data file of ours that is gone or broken is one sentence that names it."""

import shutil
from pathlib import Path

import pytest
from forks import run_parks

ROOT = Path(__file__).parents[2]
FILES = [
    "geodata/data/district_names.csv",
    "geodata/data/districts.geojson",
    "geodata/data/gazetteer.csv",
    "geodata/data/unplaced.csv",
    "geodata/data/name_prefixes.csv",
    "parks/data/appendix.txt",
    "parks/data/columns.toml",
    "parks/data/directions.toml",
    "parks/data/messages/zh/basemaps.po",
    "parks/data/messages/zh/briefs.po",
    "parks/data/messages/zh/coordinates.po",
    "parks/data/messages/zh/corrections.po",
    "parks/data/messages/zh/figures.po",
    "parks/data/messages/zh/districts.po",
    "parks/data/messages/zh/downloads.po",
    "parks/data/messages/zh/downloads_gis.po",
    "parks/data/messages/zh/downloads_office.po",
    "parks/data/messages/zh/filters.po",
    "parks/data/messages/zh/geocoders.po",
    "parks/data/messages/zh/layers.po",
    "parks/data/messages/zh/look.po",
    "parks/data/messages/zh/matching.po",
    "parks/data/messages/zh/ogc.po",
    "parks/data/messages/zh/pages.po",
    "parks/data/messages/zh/park_pages.po",
    "parks/data/messages/zh/pictures.po",
    "parks/data/messages/zh/policies.po",
    "parks/data/messages/zh/quality.po",
    "parks/data/messages/zh/readers.po",
    "parks/data/messages/zh/search.po",
    "parks/data/messages/zh/selection.po",
    "parks/data/messages/zh/sectors.po",
    "parks/data/messages/zh/shortlist.po",
    "parks/data/messages/zh/tables.po",
    "parks/data/sectors.toml",
]
DAMAGE = {
    "gone": None,
    "empty": b"",
    "conflict": b"<<<<<<< HEAD\nfoo = = bar\n",
    "binary": bytes(range(256)) * 8,
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Copy the packages whose files may be broken."""
    folder = tmp_path_factory.mktemp("copy")
    for package in ("geodata", "parks", "layers"):
        shutil.copytree(
            ROOT / package,
            folder / package,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    shutil.copy(ROOT / "settings.py", folder)
    return folder


# All catalogues are read alike: one of them stands for what can happen to any.
CATALOGUES = [name for name in FILES if name.endswith(".po")]
CASES = [
    (damage, name)
    for damage in DAMAGE
    for name in FILES
    if damage == "gone" or name not in CATALOGUES[1:]
]


@pytest.mark.parametrize(("damage", "name"), CASES)
def test_it_is_named_in_one_line_with_what_to_do(copy, name, damage, tmp_path):
    file = copy / name
    whole = file.read_bytes()
    file.unlink()
    if DAMAGE[damage] is not None:
        file.write_bytes(DAMAGE[damage])
    try:
        done = run_parks(["export", "-o", "parks.csv"], folder=tmp_path, cwd=copy)
    finally:
        file.write_bytes(whole)
    assert done.code == 2, done.err
    (line,) = done.err.splitlines()
    assert line.startswith("error: ")
    assert name in line
    assert "git checkout" in line
    assert not (copy / "parks.csv").exists()


def test_every_data_file_is_among_them():
    # No command reads these.
    kept = {
        "README.md",
        "exceptions.csv",
        "evidence.csv",
        "indicators.toml",
        "policy_words.toml",
        *("README.md", "exceptions.csv", "evidence.csv", "policy_words.toml"),
        "sector_aims.toml",
        "scope_words.toml",
    }
    there = {
        path.relative_to(ROOT).as_posix()
        for folder in ("geodata/data", "parks/data")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.name not in kept and path.parent.name != "samples"
    }
    assert there == set(FILES)
