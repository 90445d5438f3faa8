from bench.ogc import measure_ogc
from bench.synthetic import write_table


def test_a_page_of_features_is_measured_beside_a_file_of_its_bytes(tmp_path):
    table = tmp_path / "parks.csv"
    write_table(table, 60)
    (goal,) = measure_ogc(table, tmp_path, runs=3)
    ours, theirs = goal.readings
    assert (ours.name, theirs.name) == ("ours", "static file")
    assert ours.median > 0
    assert theirs.median > 0
    assert goal.bound == 5
    assert (tmp_path / "static" / "items.json").read_bytes().startswith(b"{")
