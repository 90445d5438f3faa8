import json

import pytest

import bench.__main__ as command


@pytest.fixture
def results(tmp_path, monkeypatch):
    path = tmp_path / "results.json"
    monkeypatch.setattr(command, "_RESULTS", path)
    return path


def test_one_measurement_can_be_asked_for_alone(results, capsys):
    assert command.main(["--quick", "--only", "edition"]) == 0
    (goal,) = json.loads(results.read_text(encoding="utf-8"))["measured"]
    assert goal["name"].startswith("edition")
    assert all(run > 0 for reading in goal["readings"] for run in reading["runs"])
    head, line = capsys.readouterr().out.splitlines()
    assert head.startswith("measured")
    assert line.startswith("edition")


def test_an_unknown_name_is_refused_with_the_known_ones(capsys):
    with pytest.raises(SystemExit):
        command.main(["--only", "nothing"])
    assert "pages-54" in capsys.readouterr().err


def test_a_run_broken_off_writes_nothing(results, monkeypatch):
    def interrupt(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_measure", interrupt)
    assert command.main([]) == 130
    assert not results.exists()
