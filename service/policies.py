"""
What the documents of each address may do: Content Security Policies.

A policy is a list of directives; `list_policies` has one for each kind of address.
``docs/headers.md`` explains them to operators.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from layers import BasemapOffer, list_tile_hosts
from layers.ancestors import NONE, SELF

Directives = dict[str, tuple[str, ...]]
NONCE: Final = "'nonce'"
"""In a policy: a number used once, which the document's own scripts repeat."""
_BLOB: Final = "blob:"
_DATA_URL: Final = "data:"
_INLINE: Final = "'unsafe-inline'"

_INERT: Final[Directives] = {"default-src": (NONE,), "sandbox": ()}
"""What is no page: shown by itself, it loads nothing and runs nothing."""


@dataclass(frozen=True, slots=True)
class PathPolicy:
    """
    The policy of an address and all below it.

    Attributes
    ----------
    prefix
        The address, without a slash at its end; empty for all others.
    directives
        What its documents may do.
    ancestors
        Who may show them in a frame.
    """

    prefix: str
    directives: Directives
    ancestors: tuple[str, ...] = (NONE,)

    def holds(self, path: str) -> bool:
        """Say whether an address is this one or below it."""
        below = f"{self.prefix}/"
        return not self.prefix or path == self.prefix or path.startswith(below)


_INERT_PREFIXES: Final = (
    *("/_stcore", "/static", "/media"),  # Streamlit's service, scripts and files
    *("/assets", "/scripts", "/basemap"),
    *("/rows", "/lists", "/search", "/data"),
)


def list_policies(
    *,
    scripts: Sequence[str],
    offer: BasemapOffer,
    ancestors: Sequence[str],
) -> list[PathPolicy]:
    """
    List the policies, the one to take first; the last is for every other address.

    Parameters
    ----------
    scripts
        Sources that let the scripts in the pages' document run.
    offer
        The basemaps that people may choose.
    ancestors
        Who may show a page in a frame, as `parse_ancestors` gives them.
    """
    around = tuple(ancestors)
    # The map is a frame of a page of ours even where nobody else may frame that.
    around_map = (SELF,) if around == (NONE,) else around
    return [
        *(PathPolicy(prefix, _INERT) for prefix in _INERT_PREFIXES),
        PathPolicy("/map", _describe_map(list_tile_hosts(offer)), around_map),
        PathPolicy("/ogc", _describe_service(), around),
        PathPolicy("", _describe_pages(scripts), around),
    ]


def _describe_pages(scripts: Sequence[str]) -> Directives:
    return {
        "default-src": (SELF,),
        # blob: Streamlit imports the scripts of our components from texts it was sent.
        # No 'unsafe-eval': its charts interpret their expressions.
        "script-src": (SELF, _BLOB, *scripts),
        # Streamlit and our pages write style elements and attributes as they are drawn.
        "style-src": (SELF, _INLINE),
        # Icons in style sheets, pictures made in the browser.
        "img-src": (SELF, _DATA_URL, _BLOB),
        # Streamlit's icons are letters of a font that stands in its style sheet.
        "font-src": (SELF, _DATA_URL),
        "connect-src": (SELF,),
        "frame-src": (SELF,),
        "object-src": (NONE,),
        "base-uri": (SELF,),
        "form-action": (SELF,),
    }


def _describe_map(tile_hosts: Sequence[str]) -> Directives:
    return {
        "default-src": (NONE,),
        "script-src": (SELF, NONCE),
        "style-src": (SELF, NONCE),
        "img-src": (SELF, _DATA_URL, _BLOB, *tile_hosts),
        "connect-src": (SELF,),
        "base-uri": (NONE,),
        "form-action": (NONE,),
    }


def _describe_service() -> Directives:
    return {
        "default-src": (NONE,),
        "style-src": (SELF, _INLINE),
        "img-src": (SELF, _DATA_URL),
        "base-uri": (NONE,),
        "form-action": (SELF,),
    }
