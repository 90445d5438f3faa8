import csv

import pytest

from bench.synthetic import HEADING, write_table
from geodata.districts import read_districts
from parks.catalogue import make_edition


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("tables") / "parks-54.csv"
    write_table(path, 54)
    return path


@pytest.fixture(scope="module")
def edition(table):
    return make_edition(table.read_bytes(), name=table.name)


def test_the_same_count_gives_the_same_bytes(table, tmp_path):
    again = tmp_path / "again.csv"
    write_table(again, 54)
    assert again.read_bytes() == table.read_bytes()


def test_a_longer_table_begins_with_the_shorter(table, tmp_path):
    longer = tmp_path / "longer.csv"
    write_table(longer, 60)
    assert longer.read_bytes().startswith(table.read_bytes())


def test_every_row_has_every_column(table):
    with table.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = list(csv.reader(file))
    assert tuple(heading) == HEADING
    assert len(rows) == 54
    assert all(cell for row in rows for cell in (*row[:5], *row[6:]))


def test_our_reader_reads_it_without_a_doubt(edition):
    assert len(edition.parks) == 54
    assert [p.code for p in edition.table.problems] == ["datum-assumed"]


def test_parks_stand_on_their_own_place_in_their_district(edition):
    districts = read_districts().set_index("district").geometry
    assert set(edition.parks["precision"]) == {"site"}
    for park in edition.parks.itertuples():
        assert districts[park.district].contains(park.geometry)


def test_every_district_has_parks_and_every_park_a_name_of_its_own(edition):
    assert set(edition.parks["district"]) == set(read_districts()["district"])
    assert edition.parks["name"].is_unique


def test_zones_hold_several_parks(tmp_path):
    path = tmp_path / "many.csv"
    write_table(path, 2_000)
    edition = make_edition(path.read_bytes(), name=path.name)
    assert len(edition.parks) == 2_000
    sizes = edition.parks.groupby(["district", "zone"]).size()
    assert 1 < sizes.median() <= 5
