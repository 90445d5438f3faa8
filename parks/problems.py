"""The kinds of problem a table can have, each a sentence for its reader."""

from typing import Final

from parks.language import Language, translate
from parks.model import Problem

SENTENCES: Final[dict[str, str]] = {
    "seq-missing": "The row has no number; it was given {used}.",
    "district-filled": "The district cell is blank; {used} was taken from above.",
    "district-missing": "The row has no district cell; {used} was taken from above.",
}
"""An English sentence for each code; ``{found}`` and ``{used}`` are its gaps."""


def describe(problem: Problem, language: Language = Language.ZH) -> str:
    """Say a problem in a sentence."""
    sentence = translate(SENTENCES[problem.code], language)
    return sentence.format(found=problem.found, used=problem.used)
