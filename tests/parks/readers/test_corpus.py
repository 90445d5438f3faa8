"""Whatever is handed over: read or refused in a sentence, in little memory."""

import json

import pytest
from corpus import READ, REFUSED
from forks import run_parks

MOST_BYTES = 500_000_000


def run(path, *options):
    """Run the command line on a file; give its answer and its peak of memory."""
    answer = run_parks(["locate", str(path), *options], folder=path.parent)
    return answer.code, answer.err.splitlines(), answer.peak_bytes


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence(name, language, tmp_path):
    path = tmp_path / "表.xlsx"
    path.write_bytes(REFUSED[name]())
    target = tmp_path / "out.geojson"
    code, said, peak = run(path, "-o", target, "--lang", language)
    assert code == 2
    assert len(said) == 1
    assert said[0].startswith("error: ")
    is_chinese = any(char >= "\u4e00" for char in said[0].replace("表", ""))
    assert is_chinese or language == "en"
    assert not target.exists()
    assert peak < MOST_BYTES


@pytest.mark.parametrize("name", READ)
def test_it_is_read_with_its_doubts(name, tmp_path):
    path = tmp_path / "表.csv"
    path.write_bytes(READ[name]())
    target = tmp_path / "out.geojson"
    code, said, peak = run(path, "-o", target)
    assert code == 0
    assert len(said) == 1
    assert "parks →" in said[0]
    text = target.read_text(encoding="utf-8")
    assert "root:" not in text
    assert json.loads(text)["type"] == "FeatureCollection"
    assert peak < MOST_BYTES
