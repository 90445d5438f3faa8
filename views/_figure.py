"""A figure on a page: with its source on hovering and the number of its note."""

from markupsafe import Markup

from parks.citations import Note, list_notes, number_notes
from parks.indicator_model import Indicator
from parks.indicator_words import PLACE_NAMES, cite, write_period, write_value
from views._words import current_language, say


def show_figure(indicator: Indicator) -> Markup:
    """Show a figure with its unit; where it comes from stands in title and note."""
    return Markup(
        "<span class='pa-whole'><b class='pa-figure' title='{}'>{}</b>{}</span>"
    ).format(
        tell_source(indicator),
        write_value(indicator, current_language()),
        refer(indicator),
    )


def show_dated(indicator: Indicator) -> Markup:
    """Show a figure with its time after it."""
    period = write_period(indicator.period, current_language())
    return show_figure(indicator) + Markup(" <i>{}</i>").format(period)


def name_figure(indicator: Indicator) -> str:
    """Say what a figure is of, and of which city."""
    city = say(PLACE_NAMES[indicator.place])
    return f"{city} · {indicator.name(current_language())}"


def refer(indicator: Indicator) -> Markup:
    """Refer to the note that holds a figure."""
    number = number_notes()[indicator.id]
    return Markup(
        "<sup class='pa-note'><a href='#note-{}' title='{}' aria-label='{}'>{}</a>"
        "</sup>"
    ).format(
        number, tell_source(indicator), say("Note {number}", number=number), number
    )


def tell_source(indicator: Indicator) -> str:
    """Name the document of a figure and quote the words that hold it."""
    return f"{cite(indicator.document, current_language())}: “{indicator.quote}”"


def list_sources() -> Markup:
    """List all notes: document, date, and the words that hold the figures."""
    return Markup("<ol class='pa-notes'>{}</ol>").format(
        Markup().join(_describe(note) for note in list_notes())
    )


def _describe(note: Note) -> Markup:
    document = note.document
    address = Markup()
    if document.url:
        address = Markup(
            " · <a href='{}' target='_blank' rel='noopener noreferrer'>{}</a>"
        ).format(document.url, document.url)
    return Markup(
        "<li id='note-{}'><q lang='zh'>{}</q><br><span class='pa-quiet'>{}{}</span>"
        "</li>"
    ).format(note.number, note.quote, cite(document, current_language()), address)
