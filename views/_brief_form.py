"""The form beside a brief: who sends it, and the files to send."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import Final

import streamlit as st
from markupsafe import Markup

from parks.briefs import Brief, Sender, read_sender, write_excel, write_word
from parks.briefs.sender import FIELDS
from views._sheet import mount_sheet, offer_copy, offer_print
from views._words import current_language, say

_SENDER_KEY: Final = "brief_sender"
_TOLD_KEY: Final = "brief_told"
_CHINA: Final = timezone(timedelta(hours=8))
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES: Final[dict[str, tuple[str, str, Callable[[Brief], bytes]]]] = {
    "docx": ("Word", _WORD, write_word),
    "xlsx": ("Excel", _EXCEL, write_excel),
}


def tell_today() -> date:
    """Tell what day it is in China, which a brief is dated with."""
    return datetime.now(UTC).astimezone(_CHINA).date()


def recall_told(
    given: Mapping[str, Sequence[str]],
    written: Mapping[str, Sequence[str]],
    told: Iterable[str],
) -> tuple[str, ...]:
    """
    Say again what was left out of a link, once its address says only what was not.

    Parameters
    ----------
    given
        The options of the address now.
    written
        The options that the address will have.
    told
        What there is to say of those given.
    """
    said = tuple(told)
    options = {name: list(given[name]) for name in written if name in given}
    kept = st.session_state.get(_TOLD_KEY)
    if not said and kept is not None and kept[0] == options == written:
        recalled: tuple[str, ...] = kept[1]
        return recalled
    st.session_state[_TOLD_KEY] = dict(written), said
    return said


def ask_sender() -> tuple[Sender, tuple[str, ...]]:
    """
    Draw the form, which keeps what it holds as long as the visit.

    Returns
    -------
    (Sender, tuple of str)
        What stands in the brief, and what of the text typed was left out.
    """
    kept: dict[str, str] = st.session_state.get(_SENDER_KEY, {})
    with st.form("brief_form", border=True):
        st.html(
            Markup(
                "<h2 class='pa-form-title'>{}</h2><p class='pa-quiet'>{}</p>"
            ).format(
                say("Sent by"),
                say(
                    "Optional. What you put here stands in the brief, and is kept in "
                    "this visit only."
                ),
            )
        )
        given = {
            field: st.text_area(
                say(title), kept.get(field, ""), key=f"brief_{field}", height=120
            )
            if field == "remark"
            else st.text_input(say(title), kept.get(field, ""), key=f"brief_{field}")
            for field, title in FIELDS.items()
        }
        if st.form_submit_button(
            say("Put into the brief"), key="brief_put", width="stretch"
        ):
            kept = {field: text or "" for field, text in given.items()}
            st.session_state[_SENDER_KEY] = kept
    sender, told = read_sender(kept, current_language())
    for sentence in told:
        st.text(sentence)
    return sender, told


def offer_files(brief: Brief, name: str, href: str) -> None:
    """Offer the brief as files, written when they are asked for, on paper, by link."""
    with st.container(horizontal=True, key="brief_files"):
        for suffix, (title, media_type, write) in _FILES.items():
            st.download_button(
                title,
                data=partial(write, brief),
                file_name=f"{name}.{suffix}",
                mime=media_type,
                on_click="ignore",
                icon=":material/download:",
                type="primary" if suffix == "docx" else "secondary",
                key=f"brief_{suffix}",
            )
    mount_sheet(
        Markup("<nav class='pa-page pa-actions' aria-label='{}'>{}{}</nav>").format(
            say("What can be done with this page"), offer_print(), offer_copy(href)
        ),
        "brief_tools",
    )
    st.caption(say("Word and Excel have what the page beside this shows."))
