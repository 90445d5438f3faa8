"""The two languages of the project and the catalogue between them."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

_CATALOGUES = Path(__file__).parent / "data" / "messages"


class Language(StrEnum):
    """A language of pages, messages and downloads; Chinese is the default."""

    ZH = "zh"
    EN = "en"


def translate(text: str, language: Language) -> str:
    """
    Say an English sentence of the project in another language.

    Parameters
    ----------
    text
        The English sentence as it stands in the code; gaps such as ``{name}``
        are filled by the caller afterwards.
    language
        The language to say it in.

    Returns
    -------
    str
        The translation, or `text` itself where the catalogue has none.
    """
    return text if language is Language.EN else _catalogue(language).get(text, text)


@cache
def _catalogue(language: Language) -> dict[str, str]:
    """Read every ``.po`` file of a language into one table."""
    entries: dict[str, str] = {}
    for path in sorted((_CATALOGUES / language.value).glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language.value)
        entries |= {
            str(message.id): str(message.string)
            for message in catalogue
            if message.id and message.string
        }
    return entries
