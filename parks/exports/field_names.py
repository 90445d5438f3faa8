"""How the fields of a download are called."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from parks.errors import UnknownFieldsError
from parks.headings import head
from parks.language import Language


class FieldNames(StrEnum):
    """In which words fields are called."""

    CODE = "code"
    """As in the contract of our GeoJSON: ``district_code``."""
    ZH = "zh"
    """In Chinese: 区代码."""
    EN = "en"
    """In English: District code."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read an option.

        Raises
        ------
        UnknownFieldsError
            If it is none of the three.
        """
        try:
            return cls(text.strip().lower())
        except ValueError as error:
            raise UnknownFieldsError(fields=text[:60], known=", ".join(cls)) from error

    @classmethod
    def of(cls, language: Language) -> Self:
        """Give the names in the words of a language."""
        return cls(language.value)


def name_fields(columns: Sequence[str], fields: FieldNames) -> tuple[str, ...]:
    """Name columns, which come by their names in code."""
    if fields is FieldNames.CODE:
        return tuple(columns)
    return tuple(head(column, Language(fields.value)) for column in columns)
