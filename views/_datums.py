"""A place in the datums of China's maps, with links that open it there."""

from typing import Final

from markupsafe import Markup

from geodata.datums import Datum, convert
from parks.map_links import link_maps
from views._words import say

_DATUMS: Final = Datum.WGS84, Datum.GCJ02, Datum.BD09
_SHOWN_DECIMALS: Final = 6
_EXACT_DECIMALS: Final = 8


def tabulate_coordinates(lon: float, lat: float) -> Markup:
    """Tabulate a position of WGS 84 in three datums; the exact digits on hovering."""
    titles = say("Datum"), say("Longitude"), say("Latitude")
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    lines = Markup().join(
        _tell(datum, *convert(lon, lat, source=Datum.WGS84, target=datum))
        for datum in _DATUMS
    )
    return Markup(
        "<table class='pa-lines pa-coordinates'><thead><tr>{}</tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(head, lines)


def list_map_links(lon: float, lat: float, name: str) -> Markup:
    """List links that open a position of WGS 84 in other maps, in their datum."""
    links = (
        Markup(
            "<li><a href='{}' target='_blank' rel='noopener noreferrer'>{}</a>"
            " <i>{}</i></li>"
        ).format(
            each.url,
            say("Open in {service}", service=say(each.service)),
            each.datum.value,
        )
        for each in link_maps(lon, lat, name)
    )
    note = say(
        "These leave this site. The point is handed over converted to the datum named, "
        "in which that map is drawn; its label there is this park's name."
    )
    return Markup("<ul class='pa-names'>{}</ul><p class='pa-quiet'>{}</p>").format(
        Markup().join(links), note
    )


def _tell(datum: Datum, lon: float, lat: float) -> Markup:
    shown = (f"{value:.{_SHOWN_DECIMALS}f}" for value in (lon, lat))
    exact = f"{lon:.{_EXACT_DECIMALS}f}, {lat:.{_EXACT_DECIMALS}f}"
    return Markup(
        "<tr title='{}'><th scope='row'>{}</th><td class='pa-num'>{}</td>"
        "<td class='pa-num'>{}</td></tr>"
    ).format(exact, datum.value, *shown)
