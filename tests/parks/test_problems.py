"""Every problem has its sentence, in both languages, whatever the cell holds."""

import pytest

from parks.language import Language
from parks.model import Problem
from parks.problems import COLUMNS, SENTENCES, describe


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_filled_and_keeps_braces_of_cells(code, language):
    problem = Problem(1, "zone", code, "{found!r} {0} {", "%s }")
    sentence = describe(problem, language)
    for gap in ("found", "used"):
        if f"{{{gap}}}" in SENTENCES[code]:
            assert getattr(problem, gap) in sentence


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(column):
    problem = Problem(None, column, "column-missing")
    assert COLUMNS[column] in describe(problem, Language.EN)
    assert describe(problem).startswith("表中没有")
    assert COLUMNS[column] not in describe(problem)
