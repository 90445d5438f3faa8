"""What is typed is found by following it letter by letter; beside a slow reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.spelled_names import Fit, SpelledNames
from parks.spelling import spell


def find(name, typed):
    return SpelledNames.of([spell("别的"), spell(name)]).find(typed).get(1)


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("南山智园", Fit.WHOLE),
        ("nanshanzhiyuan", Fit.WHOLE),
        ("nszy", Fit.WHOLE),
        ("nshzhy", Fit.WHOLE),
        ("南shan智y", Fit.PREFIX),
        ("南山", Fit.PREFIX),
        ("nanshanzhiyua", Fit.PREFIX),
        ("nans", Fit.PREFIX),
        ("zhiyuan", Fit.INSIDE),
        ("shzh", Fit.INSIDE),
        ("山智", Fit.INSIDE),
    ],
)
def test_a_name_is_found_by_every_mixture(typed, fit):
    assert find("南山智园", typed).fit is fit


@pytest.mark.parametrize("typed", ["anshan", "nanhan", "南智", "nanshanzhiyuann", ""])
def test_what_does_not_follow_the_name_is_not_found(typed):
    # A syllable is typed whole or by its initial; only the last may break off.
    assert find("南山智园", typed) is None


def test_initials_and_rare_readings_are_told_from_whole_pinyin():
    assert find("南山智园", "nszy").is_short
    assert not find("南山智园", "nanshan").is_short
    assert find("大厦", "daxia").is_short
    assert not find("大厦", "dasha").is_short


def test_no_names_at_all_are_searched_too():
    assert SpelledNames.of([]).find("a") == {}
    assert SpelledNames.of([[]]).find("a") == {}


def slowly(tokens, typed):
    """Tell by backtracking whether what was typed follows from some token on."""

    def follow(at, rest):
        if not rest:
            return True
        if at == len(tokens):
            return False
        for spelling in tokens[at].spellings:
            if spelling.startswith(rest):
                return True
            ways = {spelling}
            if spelling[0].isascii() and spelling[0].isalpha():
                ways.add(spelling[0])
                if spelling.startswith(("zh", "ch", "sh")):
                    ways.add(spelling[:2])
            if any(
                rest.startswith(way) and follow(at + 1, rest[len(way) :])
                for way in ways
            ):
                return True
        return False

    return any(follow(start, typed) for start in range(len(tokens)))


@settings(deadline=None, max_examples=300)
@given(
    st.lists(
        st.text(alphabet="南山安能案深圳a1嗯", min_size=1, max_size=5), max_size=4
    ),
    st.text(alphabet="nashegz南山a1", min_size=1, max_size=8),
)
def test_it_finds_what_a_slow_reader_finds(names, typed):
    spelled = [spell(name) for name in names]
    found = SpelledNames.of(spelled).find(typed)
    assert set(found) == {
        i for i, tokens in enumerate(spelled) if slowly(tokens, typed)
    }
