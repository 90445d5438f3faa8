"""What came of asking for places: counts, failures, and places to be confirmed."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from geodata.geocoders import TITLES, Outcome
from geodata.geocoders.embedded import EmbeddedGazetteer
from geodata.geocoders.errors import GeocoderError
from parks.geocoding import Candidate, choose_outcome, has_passing
from parks.language import Language, state, translate
from parks.model import Table
from parks.places import PRECISION_NAMES
from views._geocoders import (
    CandidateKey,
    Inquiry,
    Wish,
    ask_once_more,
    go_on_asking,
    take_candidates,
)
from views._words import current_language, say

_EDITOR_KEY: Final = "import_candidates"
_MOST_SHOWN: Final = 500


def report_places(table: Table, wish: Wish) -> None:
    """Sum up what the geocoders gave, why they did not, and offer what was doubtful."""
    inquiry = Inquiry.of(table, wish)
    chosen = [choose_outcome(each, inquiry.answered) for each in inquiry.sought]
    known = [outcome for outcome in chosen if outcome is not None]
    if wish.is_stopped and len(known) < len(chosen):
        left = len(chosen) - len(known)
        st.text("⚠ " + say("Stopped: {count} names were not asked for.", count=left))
        st.button(say("Go on asking"), key="import_go_on", on_click=go_on_asking)
    if wish.asks_services:
        _count_answers(known)
        _sum_up_failures(list(inquiry.answered.values()))
        if any(map(has_passing, inquiry.answered.values())):
            st.button(
                say("Ask again where a service failed"),
                key="import_again",
                on_click=ask_once_more,
                args=(inquiry,),
            )
    _offer(inquiry.candidates, wish)


def _count_answers(outcomes: Sequence[Outcome]) -> None:
    counts = Counter(
        TITLES[outcome.answer.geocoder] if outcome.answer else ""
        for outcome in outcomes
    )
    placed = [f"{title} {count}" for title, count in counts.items() if title]
    nowhere = say("none: {count}", count=counts[""])
    st.text(say("Placed by: {names}", names=" · ".join([*placed, nowhere])))


def _sum_up_failures(outcomes: Sequence[Outcome]) -> None:
    """Say each kind of failure once, with how many names it concerned."""
    kinds: dict[tuple[type[GeocoderError], str], list[GeocoderError]] = {}
    for outcome in outcomes:
        for error in outcome.failures:
            if error.geocoder == EmbeddedGazetteer.title:
                continue  # that most parks are not in it goes without saying
            kinds.setdefault((type(error), error.geocoder), []).append(error)
    for errors in sorted(kinds.values(), key=len, reverse=True):
        sentences = {state(error, current_language()): None for error in errors}
        facts = {"count": len(errors), "sentence": next(iter(sentences))}
        if len(sentences) == 1:
            st.text(say("{count} × {sentence}", **facts))
        else:
            st.text(say("{count} ×, such as: {sentence}", **facts))


def _offer(candidates: Sequence[Candidate], wish: Wish) -> None:
    """List the places found but not taken, and take those that are ticked."""
    if not candidates:
        return
    st.subheader(say("Places found but not taken: {count}", count=len(candidates)))
    st.caption(say("Tick the places that are meant: the map follows."))
    shown = candidates[:_MOST_SHOWN]
    frame = pd.DataFrame([_describe(each, wish) for each in shown])
    tick = frame.columns[0]
    ticked = st.data_editor(
        frame,
        key=_EDITOR_KEY,
        hide_index=True,
        column_config={
            say(name): st.column_config.NumberColumn(format="%.6f")
            for name in ("Longitude", "Latitude")
        },
        disabled=[name for name in frame.columns if name != tick],
    )
    taken = _keep_one_each(shown, ticked[tick].tolist())
    if taken != wish.taken:
        take_candidates(taken)
        st.rerun()


def _keep_one_each(
    candidates: Sequence[Candidate], ticks: Sequence[bool]
) -> frozenset[CandidateKey]:
    """Keep the first ticked candidate of each park: it has one place."""
    kept: dict[tuple[int, int], CandidateKey] = {}
    for candidate, is_ticked in zip(candidates, ticks, strict=True):
        if is_ticked:
            kept.setdefault(candidate.key[:2], candidate.key)
    return frozenset(kept.values())


def _describe(candidate: Candidate, wish: Wish) -> dict[str, object]:
    language = current_language()
    answer, sought = candidate.answer, candidate.sought
    known = PRECISION_NAMES[answer.precision]
    return {
        say("Take"): candidate.key in wish.taken,
        say("Park"): sought.name,
        say("Place found"): answer.matched or "—",
        say("How well the place is known"): translate(known, language),
        say("Longitude"): answer.lon,
        say("Latitude"): answer.lat,
        say("Geocoder"): TITLES.get(answer.geocoder, answer.geocoder),
        say("Why it was not taken"): _say_why(candidate, language),
    }


def _say_why(candidate: Candidate, language: Language) -> str:
    doubts = [
        translate(doubt.template, language).format_map(doubt.facts)
        for doubt in candidate.answer.doubts
    ]
    reasons = [state(candidate.reason, language)] if candidate.reason else []
    return " · ".join([*reasons, *doubts])
