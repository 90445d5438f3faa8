from bench.exports import measure_exports, repeat_parks
from bench.synthetic import write_table
from parks.catalogue import make_edition
from parks.exports import EXPORTERS


def test_every_format_is_measured_against_a_gigabyte(tmp_path, monkeypatch):
    table = tmp_path / "table.csv"
    write_table(table, 20)
    some = {"gpkg": EXPORTERS["gpkg"]}
    monkeypatch.setattr("bench.exports.EXPORTERS", some)
    goals = list(measure_exports(table, parks=50))
    assert [goal.name.split()[0] for goal in goals] == list(some)
    for goal in goals:
        assert goal.bound == 1
        assert 0.05 < goal.value < 1
        seconds, megabytes = goal.readings
        assert seconds.median > 0
        assert megabytes.median > 0.005


def test_parks_are_repeated_and_zones_are_not(tmp_path):
    table = tmp_path / "table.csv"
    write_table(table, 20)
    edition = make_edition(table.read_bytes(), name=table.name)
    longer = repeat_parks(edition, 50)
    assert len(longer.parks) == 50
    assert longer.parks["park_id"].tolist()[20:40] == edition.parks["park_id"].tolist()
    assert len(longer.zones) == len(edition.zones)
