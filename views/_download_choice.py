"""What the page of downloads is asked for: parks, layer, reference system, names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from geodata.errors import StatedError
from parks.edition import Edition
from parks.errors import FilterError
from parks.exports import (
    LAYERS,
    OFFERED,
    FieldNames,
    Terms,
    describe_reference,
    read_reference,
)
from parks.exports.terms import read_layer
from parks.filter import Filter
from parks.language import state
from views._session import current_filter, set_filter
from views._ways import read_address, write_address
from views._words import current_language, enumerate_words, say

_WRITTEN_KEY: Final = "download_written"
_WIDGETS: Final = {name: f"download_{name}" for name in ("layer", "crs", "fields")}
_READERS: Final[Mapping[str, Callable[[str], str]]] = {
    "layer": read_layer,
    "crs": read_reference,
    "fields": FieldNames.parse,
}
LAYER_NAMES: Final = {"parks": "Parks", "zones": "Zones", "districts": "Districts"}
FIELD_CHOICES: Final = {
    "": "As each format's readers expect",
    FieldNames.ZH.value: "In Chinese",
    FieldNames.EN.value: "In English",
    FieldNames.CODE.value: "Names in code",
}


@dataclass(frozen=True, slots=True)
class DownloadChoice:
    """
    What is chosen on the page.

    Attributes
    ----------
    filter
        Which parks.
    layer
        Of `LAYERS`.
    reference
        As `read_reference` names it.
    fields
        Of `FieldNames`, or empty for what each format does.
    """

    filter: Filter
    layer: str
    reference: str
    fields: str

    def to_options(self) -> dict[str, list[str]]:
        """Write the choice as options of an address; what is usual is left out."""
        options = self.filter.to_options()
        if self.layer != LAYERS[0]:
            options["layer"] = [self.layer]
        if self.reference != OFFERED[0]:
            options["crs"] = [self.reference]
        if self.fields:
            options["fields"] = [self.fields]
        return options


def take_address(edition: Edition, terms: Terms) -> list[str]:
    """
    Take over what the address says and this page did not write there itself.

    Returns
    -------
    list of str
        A sentence for each part that means nothing.
    """
    given = read_address()
    said = {name: values for name, values in given.items() if name != "lang"}
    if not said or said == st.session_state.get(_WRITTEN_KEY):
        return []
    filter_, errors = Filter.parse_leniently(given, edition)
    set_filter(filter_)
    return [*_say_left_out(errors), *_take_form(given, terms)]


def _say_left_out(errors: Sequence[FilterError]) -> list[str]:
    values = enumerate_words([str(error.facts["value"]) for error in errors])
    if not errors:
        return []
    return [say("Not understood in the link and left out: {values}.", values=values)]


def _take_form(given: Mapping[str, list[str]], terms: Terms) -> list[str]:
    refused = []
    for name, read in _READERS.items():
        values = given.get(name)
        if not values:
            continue
        try:
            value = str(read(values[-1]))
            terms.require_option(name, value)
        except StatedError as error:
            refused.append(state(error, current_language()))
        else:
            st.session_state[_WIDGETS[name]] = value
    return refused


def read_choice(terms: Terms) -> DownloadChoice:
    """Draw the choices of layer, reference system and names; give what is chosen."""
    language = current_language()
    held = st.session_state
    references = terms.references or OFFERED
    asked = held.get(_WIDGETS["crs"])
    if asked and asked not in references:
        references = (*references, asked)
    with st.container(horizontal=True, key="download_form"):
        layer = st.segmented_control(
            say("Layer"),
            terms.layers,
            format_func=lambda name: say(LAYER_NAMES[name]),
            default=None if _WIDGETS["layer"] in held else terms.layers[0],
            key=_WIDGETS["layer"],
            required=True,
        )
        reference = st.selectbox(
            say("Reference system"),
            references,
            format_func=lambda name: describe_reference(name, language),
            key=_WIDGETS["crs"],
        )
        fields = st.selectbox(
            say("Names of fields"),
            list(FIELD_CHOICES),
            format_func=lambda name: say(FIELD_CHOICES[name]),
            key=_WIDGETS["fields"],
        )
    return DownloadChoice(current_filter(), str(layer), str(reference), str(fields))


def write_choice(choice: DownloadChoice) -> None:
    """Make the address say the choice."""
    options = choice.to_options()
    st.session_state[_WRITTEN_KEY] = options
    write_address(options)
