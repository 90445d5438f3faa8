import random
import re

import pytest

from parks.sectors.directions import read_directions
from parks.sectors.folding import fold
from parks.sectors.taxonomy import read_taxonomy
from parks.sectors.words import WordFinder, words_pattern

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


FOUND = {
    "words of one and of more": ["5", "5g", "ai", "云", "云计算", "云计"],
    "words of two and more": ["5g", "ai", "aiot", "金融", "金融科技", "科技金融"],
}


@pytest.mark.parametrize("words", FOUND.values(), ids=FOUND)
def test_a_finder_finds_what_the_pattern_of_its_words_does(words):
    choose = random.Random(1)  # noqa: S311 - the same texts in every run
    for _ in range(3000):
        pieces = choose.choices([*words, *"a5 云金融科技计.,"], k=choose.randrange(9))
        text = "".join(pieces)
        found = [match.span() for match in WordFinder(words).finditer(text)]
        assert found == [m.span() for m in words_pattern(words).finditer(text)], text


def test_a_finder_finds_every_term_of_the_vocabulary():
    words = [fold(term) for sector in read_taxonomy() for term in sector.terms]
    finder = WordFinder(words)
    assert [next(finder.finditer(word)).group() for word in words] == words


def test_a_finder_of_nothing_finds_nothing():
    assert not list(WordFinder(()).finditer("金融"))


def test_folding_keeps_every_position():
    text = "".join(map(chr, range(0x10000)))
    assert len(fold(text)) == len(text)
    assert fold("ＡＩ＋，：（⼯　") == "ai+,:(工 "
    assert re.fullmatch("i̇|İ", fold("İ"))
