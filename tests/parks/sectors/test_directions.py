import re

import pytest

from parks.sectors.directions import read_directions
from parks.sectors.folding import fold
from parks.sectors.words import words_pattern

DIRECTIONS = read_directions()


@pytest.mark.parametrize("cue", DIRECTIONS.cues, ids=lambda cue: cue.name)
def test_every_cue_is_whole(cue):
    assert cue.opening or (cue.closing and cue.is_adjoining)
    words = [*cue.opening, *cue.closing, *cue.until]
    assert all(words)
    assert len(set(cue.opening)) == len(cue.opening)
    assert len(set(cue.closing)) == len(cue.closing)
    assert not set(words) & set(DIRECTIONS.not_cues)


def test_every_cue_has_its_own_name():
    names = [cue.name for cue in DIRECTIONS.cues]
    assert len(set(names)) == len(names)


def test_a_pattern_finds_the_longest_word_only_on_its_boundaries():
    words = ["ai", "aiot", "5g", "金融", "金融科技", "互联网+"]
    found = words_pattern(words).findall(
        "aiot ai mail 5g 2.5g 5ghz 金融科技金融互联网++"
    )
    assert found == ["aiot", "ai", "5g", "金融科技", "金融", "互联网+"]


def test_a_pattern_takes_its_words_literally():
    assert words_pattern(["a.c", "(一)"]).findall("abc a.c (一)") == ["a.c", "(一)"]


def test_folding_keeps_every_position():
    text = "".join(map(chr, range(0x10000)))
    assert len(fold(text)) == len(text)
    assert fold("ＡＩ＋，：（⼯　") == "ai+,:(工 "
    assert re.fullmatch("i̇|İ", fold("İ"))
