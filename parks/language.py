"""The two languages of the project and the catalogue between them."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.pofile import PoFileError, read_po

from geodata.errors import DataFileError, StatedError

_CATALOGUES = Path(__file__).parent / "data" / "messages"
_FILES: Final = (
    "pages.po",
    "readers.po",
    "geocoders.po",
    "coordinates.po",
    "corrections.po",
    "basemaps.po",
    "quality.po",
    "park_pages.po",
    "selection.po",
    "look.po",
    "search.po",
    "pictures.po",
    "tables.po",
    "filters.po",
    "layers.po",
    "shortlist.po",
    "figures.po",
    "briefs.po",
    "policies.po",
    "districts.po",
    "sectors.po",
    "matching.po",
    "ogc.po",
    "downloads_office.po",
    "downloads.po",
    "downloads_gis.po",
)


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

    Raises
    ------
    DataFileError
        If the language's catalogue is missing or broken.
    """
    return text if language is Language.EN else _catalogue(language).get(text, text)


def state(error: StatedError, language: Language) -> str:
    """Say an error in a language; in English if the catalogue is what is broken."""
    try:
        template = translate(error.template, language)
    except DataFileError:
        template = error.template
    return template.format_map(error.facts)


@cache
def _catalogue(language: Language) -> dict[str, str]:
    """Read the ``.po`` files of a language into one table."""
    entries: dict[str, str] = {}
    for name in _FILES:
        entries |= _read_catalogue(_CATALOGUES / language.value / name, language)
    return entries


def _read_catalogue(path: Path, language: Language) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language.value, abort_invalid=True)
    except OSError as error:
        raise DataFileError(path=path, reason=error.strerror) from error
    except (PoFileError, ValueError) as error:
        raise DataFileError(path=path, reason=error) from error
    entries = {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string
    }
    if not entries:
        raise DataFileError(path=path, reason="it holds no message")
    return entries
