"""The links of pygeoapi's documents, made to lead only to what there is."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from parks.language import translate
from service.ogc.visits import Visit

OPENAPI_TYPE: Final = "application/vnd.oai.openapi+json;version=3.0"
_ABSENT_TYPES: Final = ("application/ld+json",)
_ABSENT: Final = ("processes", "job-list", "tiling-schemes")
_SAFE: Final = ":/?&=%,+#~[]"
LINK_TITLES: Final = (
    "This document as JSON",
    "This document as HTML",
    "This document as GeoJSON",
    "The landing page of this server as JSON",
    "The landing page of this server as HTML",
    "The OpenAPI definition as JSON",
    "The OpenAPI definition as HTML",
    "Conformance",
    "Collections",
    "Schema of collection in JSON",
    "Schema of collection in HTML",
    "Queryables for this collection as JSON",
    "Queryables for this collection as HTML",
    "Items as GeoJSON",
    "Items as HTML",
    "Items (prev)",
    "Items (next)",
)
"""What pygeoapi calls its links."""

Link = dict[str, str]


def tidy_links(links: Iterable[Link], visit: Visit) -> list[Link]:
    """
    Keep the links that lead somewhere, say them in the visit's language.

    pygeoapi offers processes, tiles and JSON-LD whether or not they are served, and
    takes every answer for the JSON one.
    """
    kept = (link for link in links if _is_served(link))
    return [_tidy(link, visit) for link in kept]


def _is_served(link: Link) -> bool:
    is_absent = link["rel"].rpartition("/")[2] in _ABSENT or link["rel"] == "about"
    return not is_absent and link["type"] not in _ABSENT_TYPES


def _tidy(link: Link, visit: Visit) -> Link:
    tidied = {**link, "href": _readdress(link["href"], visit)}
    if "title" in link:
        tidied["title"] = translate(link["title"], visit.language)
    if link["rel"] in {"self", "alternate"}:
        is_page = link["type"] == "text/html"
        tidied["rel"] = "self" if is_page == (visit.format == "html") else "alternate"
    if "hreflang" in link:
        tidied["hreflang"] = visit.language.value
    return tidied


def _readdress(href: str, visit: Visit) -> str:
    openapi = f"{visit.base}/openapi"
    if href.startswith(openapi):
        href = f"{visit.base}/api{href.removeprefix(openapi)}"
    asked = visit.options.get("lang")
    if asked and "lang=" not in href:
        href += f"{'&' if '?' in href else '?'}lang={asked[0]}"
    return quote(href, safe=_SAFE)
