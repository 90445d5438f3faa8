"""What an address asks for besides its path: names, single values, language, format."""

from collections.abc import Collection, Mapping, Sequence
from http import HTTPStatus
from typing import Final

from starlette.requests import Request

from parks.language import Language
from service.ogc.problems import Refusal, RefusalError, refuse
from service.queries import group_options

COMMON: Final = ("f", "lang")
"""What every address understands."""
FORMATS: Final = ("json", "html")
LONGEST_QUERY: Final = 32_768
"""Bytes of a query: 500 ids of parks fit."""
_TOO_LONG: Final = "the query has {count} bytes: give at most {most}"
_UNKNOWN: Final = "unknown parameter {name!r}: use some of {known}"
_REPEATED: Final = "{name} is given {count} times: give it once"
_UNKNOWN_FORMAT: Final = "unknown format {value!r}: use one of {known}"
_UNKNOWN_LANGUAGE: Final = "unknown language {value!r}: use one of {known}"

Options = Mapping[str, Sequence[str]]
"""For each parameter the values given for it."""


def read_options(request: Request) -> Options:
    """
    Read what stands in an address's query.

    Raises
    ------
    RefusalError
        If it is longer than anybody needs.
    """
    length = len(request.scope["query_string"])
    if length > LONGEST_QUERY:
        facts: dict[str, object] = {"count": length, "most": LONGEST_QUERY}
        status = HTTPStatus.REQUEST_URI_TOO_LONG
        raise RefusalError(Refusal(_TOO_LONG, facts, status=status))
    return group_options(request)


def require_known(options: Options, known: Collection[str]) -> None:
    """Refuse the first parameter that is not among the known ones."""
    for name in options:
        if name not in known:
            raise refuse(_UNKNOWN, name, name=name, known=", ".join(known))


def take_single(options: Options, name: str) -> str | None:
    """Take a parameter that can be given once; None if it is not."""
    values = options.get(name, ())
    if len(values) > 1:
        raise refuse(_REPEATED, name, name=name, count=len(values))
    return values[0] if values else None


def read_format(options: Options, request: Request) -> str:
    """Tell the format asked for, by ``f`` or else by what the client accepts."""
    value = take_single(options, "f")
    if value is None:
        return _negotiate(",".join(request.headers.getlist("accept")))
    if value not in FORMATS:
        raise refuse(_UNKNOWN_FORMAT, "f", value=value, known=", ".join(FORMATS))
    return value


def read_language(options: Options, request: Request) -> Language:
    """Tell the language asked for, by ``lang`` or else by what the client accepts."""
    value = take_single(options, "lang")
    if value is None:
        return _prefer_language(request)
    if value not in set(Language):
        raise refuse(_UNKNOWN_LANGUAGE, "lang", value=value, known=", ".join(Language))
    return Language(value)


def _negotiate(accepted: str) -> str:
    for kind in _rank(accepted):
        if kind in {"text/html", "application/xhtml+xml"}:
            return "html"
        if "json" in kind or kind in {"*/*", "application/*"}:
            return "json"
    return "json"


def _prefer_language(request: Request) -> Language:
    for name in _rank(",".join(request.headers.getlist("accept-language"))):
        short = name.partition("-")[0]
        if short in set(Language):
            return Language(short)
    return Language.ZH


def _rank(accepted: str) -> list[str]:
    """List what a client accepts, what it likes best first."""
    ranked: list[tuple[float, int, str]] = []
    for part in accepted.lower().split(","):
        name, _, rest = part.strip().partition(";")
        weight = 1.0
        for setting in rest.split(";"):
            key, _, value = setting.strip().partition("=")
            if key == "q":
                try:
                    weight = float(value)
                except ValueError:
                    weight = 0.0
        if name and weight > 0:
            ranked.append((-weight, len(ranked), name.strip()))
    return [name for *_, name in sorted(ranked)]
