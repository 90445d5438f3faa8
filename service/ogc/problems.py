"""What cannot be answered, as a problem document (RFC 9457)."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from parks.language import Language, translate
from service.problems import describe_problem

_CODES: Final = {
    HTTPStatus.BAD_REQUEST: "InvalidParameterValue",
    HTTPStatus.NOT_FOUND: "NotFound",
    HTTPStatus.METHOD_NOT_ALLOWED: "NotAllowed",
    HTTPStatus.REQUEST_URI_TOO_LONG: "InvalidParameterValue",
    HTTPStatus.SERVICE_UNAVAILABLE: "NoApplicableCode",
}
"""What OGC API - Common calls them."""
TITLES: Final = {
    HTTPStatus.BAD_REQUEST: "This cannot be asked",
    HTTPStatus.NOT_FOUND: "There is nothing here",
    HTTPStatus.METHOD_NOT_ALLOWED: "This service is for reading",
    HTTPStatus.REQUEST_URI_TOO_LONG: "This address is too long",
    HTTPStatus.SERVICE_UNAVAILABLE: "The data cannot be read",
}
"""What each status says, in English."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """
    Why something is not answered.

    Attributes
    ----------
    template
        The sentence, in English, with gaps.
    facts
        What fills the gaps.
    parameter
        Name of the parameter that is at fault; blank if none is.
    status
        Of HTTP.
    """

    template: str
    facts: dict[str, object]
    parameter: str = ""
    status: HTTPStatus = HTTPStatus.BAD_REQUEST

    def describe(self, language: Language) -> dict[str, object]:
        """Write the problem document; ``code`` and ``description`` are pygeoapi's."""
        detail = translate(self.template, language).format_map(self.facts)
        if self.parameter and self.parameter not in detail:
            detail = f"{self.parameter}: {detail}"
        title = translate(TITLES[self.status], language)
        return {
            **describe_problem(int(self.status), title, detail, self.parameter),
            "code": _CODES[self.status],
            "description": detail,
        }


class RefusalError(Exception):
    """A request is refused; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.template)
        self.refusal = refusal


def refuse(template: str, parameter: str, **facts: object) -> RefusalError:
    """Make the error of a parameter; long values are cut, so none fills a screen."""
    return RefusalError(Refusal(template, _cut(facts), parameter))


def miss(template: str, **facts: object) -> RefusalError:
    """Make the error of an address at which there is nothing."""
    return RefusalError(Refusal(template, _cut(facts), status=HTTPStatus.NOT_FOUND))


_LONGEST: Final = 80
_LONGEST_KNOWN: Final = 400


def _cut(facts: dict[str, object]) -> dict[str, object]:
    cut = dict(facts)
    for name, fact in facts.items():
        most = _LONGEST_KNOWN if name == "known" else _LONGEST
        if isinstance(fact, str) and len(fact) > most:
            cut[name] = f"{fact[:most]}…"
    return cut
