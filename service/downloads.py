"""Downloads by plain addresses, for scripts and spreadsheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from geodata.errors import StatedError
from parks.edition import Edition
from parks.errors import UnknownFormatError, UnknownOptionError
from parks.exports import (
    COMPANION_TYPES,
    EVERY_LAYER,
    EXPORTERS,
    LAYERS,
    ORDER_OPTIONS,
    ExportFile,
    ExportOrder,
    Terms,
    make_companions,
    make_export,
    require_fit,
)
from parks.filter import OPTIONS, Filter
from parks.language import Language
from parks.published import Publication
from service.answering import SHARED, Validators, answer_bytes, answer_unchanged
from service.problems import refuse
from service.queries import group_options

DOWNLOAD_PAGE: Final = "/download"
PAGE_OPTIONS: Final = frozenset(
    {
        *("park", "star", "near", "left"),
        *("layers", "colour", "size", "shade", "basemap", "at"),
    }
)
"""What the app's address holds besides, and what no download follows."""
_MOST_AT_ONCE: Final = 2
"""Files made at the same time: a hundred thousand parks take much memory."""
_MOST_TAGS: Final = 1000
_OF_A_QUERY: Final = "%&=+,:;/?@-._~!*()"
"""What stands in a query as it is; quotes and brackets would end the link."""
_PREFLIGHT: Final = {
    **SHARED,
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


@dataclass(frozen=True, slots=True)
class _Wish:
    """
    What an address asks for: a download of the parks that a filter chooses.

    `companion` is the name of what goes with it, where that is asked for instead.
    """

    order: ExportOrder
    filter: Filter
    companion: str
    edition_key: str


def route_downloads(publication: Publication, terms: Terms) -> list[Route]:
    """
    Route ``/data/LAYER.FORMAT?…`` to downloads of the published edition.

    The query is that of the app's address and of `parks.exports.ORDER_OPTIONS`. What
    is not known in it is refused: a misspelt filter would give every park. With
    ``.README.txt`` or ``.jsonld`` behind it an address gives what goes with the file.

    Parameters
    ----------
    publication
        What is published.
    terms
        What of it the public may have.
    """
    desk = _Desk(publication, terms)
    return [
        Route("/data", _lead_to_page),
        Route("/data/{file}", desk.serve, methods=["GET", "HEAD", "OPTIONS"]),
    ]


async def _lead_to_page(request: Request) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '')}{DOWNLOAD_PAGE}")


class _Desk:
    """Takes orders, makes files a few at a time, and knows their tags again."""

    def __init__(self, publication: Publication, terms: Terms) -> None:
        self._publication = publication
        self._terms = terms
        # Terms may have changed since the last start, code too.
        self._changed = datetime.now(UTC).replace(microsecond=0)
        self._edition_key = ""
        self._limiter = CapacityLimiter(_MOST_AT_ONCE)
        self._tags: dict[_Wish, str] = {}

    async def serve(self, request: Request) -> Response:
        """Answer one request."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        asked = group_options(request)
        try:
            return await self._serve(request, asked)
        except StatedError as error:
            return refuse(error, read_language(asked))

    async def _serve(
        self, request: Request, asked: Mapping[str, Sequence[str]]
    ) -> Response:
        file_name, companion = split_companion(request.path_params["file"])
        order = read_order(file_name, asked, self._terms)
        edition = await to_thread.run_sync(self._publication.open)
        wish = _Wish(order, Filter.parse(asked, edition), companion, edition.key)
        changed = self._date(edition.key)
        known = Validators(self._tags.get(wish, ""), changed)
        if known.match(request.headers):
            return answer_unchanged(known)
        file: ExportFile = await to_thread.run_sync(
            self._make, edition, wish, limiter=self._limiter
        )
        validators = Validators(self._remember(wish, file.content), changed)
        answer = await to_thread.run_sync(answer_bytes, request, file, validators)
        if not companion:
            answer.headers["Link"] = _link_metadata(request)
        return answer

    def _make(self, edition: Edition, wish: _Wish) -> ExportFile:
        given = edition, wish.filter, wish.order, self._terms
        if not wish.companion:
            return make_export(*given)
        made = zip(COMPANION_TYPES, make_companions(*given), strict=True)
        return dict(made)[wish.companion]

    def _date(self, edition_key: str) -> datetime:
        """
        Tell since when this edition has been served.

        The date of the operator's file would not do: a file of an older date may take
        the place of a newer one.
        """
        if self._edition_key not in {"", edition_key}:
            self._changed = datetime.now(UTC).replace(microsecond=0)
        self._edition_key = edition_key
        return self._changed

    def _remember(self, wish: _Wish, content: bytes) -> str:
        if len(self._tags) >= _MOST_TAGS:
            self._tags.clear()
        tag = sha256(content).hexdigest()[:32]
        self._tags[wish] = tag
        return tag


def split_companion(file: str) -> tuple[str, str]:
    """
    Tell the name of a download from the ending of what goes with it.

    Returns
    -------
    tuple
        ``parks.geojson`` and ``.jsonld`` of ``parks.geojson.jsonld``; the name itself
        and an empty text where the download is meant.
    """
    for ending in COMPANION_TYPES:
        if file.endswith(ending):
            return file.removesuffix(ending), ending
    return file, ""


def _link_metadata(request: Request) -> str:
    """Link to the metadata of what a request gets, as RFC 8288 has it."""
    query = quote(request.scope["query_string"], _OF_A_QUERY)
    address = f"{request.url.path}.jsonld{query and '?' + query}"
    return f'<{address}>; rel="describedby"; type="application/ld+json"'


def read_language(asked: Mapping[str, Sequence[str]]) -> Language:
    """Read the language that a query asks to be answered in."""
    return Language.EN if Language.EN in asked.get("lang", ()) else Language.ZH


def read_order(
    file: str, asked: Mapping[str, Sequence[str]], terms: Terms
) -> ExportOrder:
    """
    Read what an address orders.

    Parameters
    ----------
    file
        Its last part, ``LAYER.FORMAT``. In a format that holds several layers
        ``parks`` means all of them unless the query names some.
    asked
        Its query.
    terms
        What the public may have.

    Raises
    ------
    UnknownFormatError, UnknownLayerError, UnknownOptionError, …
        If something means nothing here; as `ExportOrder.parse`.
    """
    layer, _, format_ = file.partition(".")
    if format_ not in EXPORTERS:
        raise UnknownFormatError(name=format_[:60], known=", ".join(EXPORTERS))
    for option in asked:
        if option not in {*OPTIONS, *ORDER_OPTIONS, *PAGE_OPTIONS}:
            known = ", ".join((*OPTIONS, *ORDER_OPTIONS))
            raise UnknownOptionError(option=option[:60], known=known)
    layers = [*asked.get("layer", ()), *_name_layers(layer, format_)]
    order = ExportOrder.parse(format_, {**asked, "layer": layers}, terms)
    require_fit(EXPORTERS[format_], format_, order.reference)
    return order


def _name_layers(layer: str, format_: str) -> list[str]:
    has_all = EXPORTERS[format_].holds_many and layer in {EVERY_LAYER, LAYERS[0]}
    return [] if has_all else [layer]
