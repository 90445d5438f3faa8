"""Figures, their times and their sources in the words of a language."""

from typing import Final

from parks.indicator_model import Document, Indicator, Kind, Qualifier
from parks.language import Language, translate
from parks.wording import write_day

UNIT_WORDS: Final = {
    "firms": "{number} firms",
    "clusters": "{number} clusters",
    "carriers": "{number} institutions",
    "stations": "{number} stations",
    "poles": "{number} poles",
    "projects": "{number} projects",
    "platforms": "{number} platforms",
}
"""How a number of each unit is said; money and per cent are said apart."""
QUALIFIER_WORDS: Final = {
    Qualifier.ABOUT: "around {value}",
    Qualifier.OVER: "over {value}",
    Qualifier.AT_LEAST: "at least {value}",
}
QUALIFIER_NAMES: Final = {
    Qualifier.EXACT: "as stated",
    Qualifier.ABOUT: "approximate",
    Qualifier.OVER: "more than stated",
    Qualifier.AT_LEAST: "at least as stated",
}
KIND_NAMES: Final = {
    Kind.REPORTED: "reported",
    Kind.TARGET: "target of the plan",
    Kind.COMPUTED: "computed by the plan's drafters",
}
PLACE_NAMES: Final = {"shenzhen": "Shenzhen", "beijing": "Beijing"}
UNIT_NAMES: Final = {
    "yi-yuan": "billion yuan",
    "percent": "per cent",
    "firms": "firms",
    "clusters": "clusters",
    "carriers": "institutions",
    "stations": "stations",
    "poles": "poles",
    "projects": "projects",
    "platforms": "platforms",
}
"""What a number alone is of; Chinese counts money in 亿元, English in billion yuan."""
_YI_IN_BILLION: Final = 0.1


def write_value(indicator: Indicator, language: Language) -> str:
    """Write a figure with its unit and how the source bounds it."""
    plain = write_quantity(indicator.value, indicator.unit, language)
    return _bound(plain, indicator.qualifier, language)


def write_short(indicator: Indicator, language: Language) -> str:
    """Write a figure and how it is bounded where its unit stands on an axis."""
    if indicator.unit == "percent":
        return write_value(indicator, language)
    is_money = indicator.unit == "yi-yuan"
    value = convert_money(indicator.value, language) if is_money else indicator.value
    return _bound(write_number(value), indicator.qualifier, language)


def _bound(plain: str, qualifier: Qualifier, language: Language) -> str:
    if qualifier is Qualifier.EXACT:
        return plain
    return translate(QUALIFIER_WORDS[qualifier], language).format(value=plain)


def write_quantity(value: float, unit: str, language: Language) -> str:
    """Write a number with its unit; money in the unit that the language counts in."""
    if unit == "percent":
        return f"{write_number(value)}%"
    if unit == "yi-yuan":
        number = write_number(convert_money(value, language))
        return f"{number} {name_unit(unit, language)}"
    number = write_number(value)
    return translate(UNIT_WORDS[unit], language).format(number=number)


def name_unit(unit: str, language: Language) -> str:
    """Name a unit for a heading or an axis."""
    return translate(UNIT_NAMES[unit], language)


def convert_money(value: float, language: Language) -> float:
    """Convert 亿元 (100 million yuan) into the unit that the language counts in."""
    return value if language is Language.ZH else round(value * _YI_IN_BILLION, 4)


def write_number(value: float) -> str:
    """Write a number grouped by thousands, with just the decimals it has."""
    text = f"{value:,.4f}"
    return text.rstrip("0").rstrip(".")


def write_share(share: float, decimals: int = 1) -> str:
    """Write a computed share as per cent, rounded."""
    return f"{share:.{decimals}%}"


def write_period(period: str, language: Language) -> str:
    """Write a year, a quarter (``2020-Q1``) or the end of a year (``2020-12``)."""
    year, _, part = period.partition("-")
    if not year:
        return translate("no time given", language)
    if part.startswith("Q"):
        words = translate("quarter {quarter} of {year}", language)
        return words.format(quarter=part[1:], year=year)
    if part:
        return translate("end of {year}", language).format(year=year)
    return translate("{year}", language).format(year=year)


def write_date(document: Document, language: Language) -> str:
    """Write when a document was published, and how that is known."""
    is_english = language is Language.EN
    dating = document.dating_en if is_english else document.dating_zh
    if not document.date:
        return dating
    if document.date.isdigit():
        year = translate("{year}", language).format(year=document.date)
        return f"{year} ({dating})" if is_english else f"{year}（{dating}）"
    return write_day(document.date, language)


def cite(document: Document, language: Language) -> str:
    """Name a document by title, publisher and date; the title is never translated."""
    date = write_date(document, language)
    if language is Language.EN:
        return (
            f"{document.title_en} · {document.title} · {document.publisher_en}, {date}"
        )
    return f"{document.title} · {document.publisher}，{date}"
