"""The page of the city's figures as markup, section by section."""

from collections.abc import Collection, Iterable, Sequence

from markupsafe import Markup

from parks.growth import imply_whole
from parks.indicator_model import Indicator
from parks.indicator_words import write_quantity
from parks.indicators import read_indicators
from views._figure import list_sources, name_figure, show_dated, show_figure
from views._sheet import address, offer_copy, offer_print
from views._words import current_language, enumerate_words, say

_SENSES = (
    ("added-value-2019", "added-value-2020", "added-value-target-2022"),
    ("core-2020", "core-share-2020"),
    ("ict-scale-2019",),
)
"""Figures of each sense of digital economy, the one that defines it first."""
_ALONE = ("beijing-whole-2021", "beijing-whole-share-2021", "beijing-software-2021")
"""Beijing's figures that nothing of Shenzhen's may stand beside."""


def find_figures(ids: Iterable[str]) -> list[Indicator]:
    """Find figures by their ids."""
    return [read_indicators().find(id_) for id_ in ids]


def describe_head() -> Markup:
    """Say what the page is about, and what its plan is."""
    actions = Markup("<nav class='pa-actions' aria-label='{}'>{}{}</nav>").format(
        say("What can be done with this page"),
        offer_copy(address("figures", {})),
        offer_print(),
    )
    return Markup(
        "<article class='pa-park pa-page'><header><h1>{}</h1><p class='pa-where'>{}</p>"
        "{}</header><p>{}</p></article>"
    ).format(
        say("City in figures"),
        say("This page is about Shenzhen, whichever table of parks is shown."),
        actions,
        say(
            "The plan here is the draft for comment. A final plan for 2021–2023 was "
            "issued in January 2021, as the proposal says; it is not among the sources "
            "of this page, and its targets may differ. Every figure has its document "
            "and words: point at it, or see the note of its number."
        ),
    )


def describe_senses() -> Markup:
    """Set the three senses of digital economy side by side, as kept apart."""
    cards = Markup().join(_describe_sense(find_figures(ids)) for ids in _SENSES)
    share = read_indicators().find("core-share-2020")
    core = read_indicators().find("core-2020")
    scale = read_indicators().find("ict-scale-2019")
    implied = imply_whole(core.value, share.value / 100)
    language = current_language()
    remark = say(
        "They are not drawn on one axis, as they are not one quantity. The scale of "
        "{year_of_scale}, {scale}, is larger than the whole GDP of {year}, about "
        "{gdp}, that the share of the core industries implies (computed here): it "
        "counts something other than added value.",
        scale=write_quantity(scale.value, scale.unit, language),
        year_of_scale=scale.year,
        year=core.year,
        gdp=write_quantity(round(implied, -2), "yi-yuan", language),
    )
    return section(
        say("Three senses of the digital economy, kept apart"),
        Markup("<div class='pa-cards pa-senses'>{}</div><p>{}</p>").format(
            cards, remark
        ),
    )


def _describe_sense(figures: Sequence[Indicator]) -> Markup:
    language = current_language()
    definition = figures[0].definition
    items = Markup().join(
        Markup("<li>{}<br>{}</li>").format(
            show_dated(each), _name_beside(each, figures[0])
        )
        for each in figures
    )
    others = [
        other.definition.name(language)
        for (id_, *_) in _SENSES
        if (other := read_indicators().find(id_)).definition.id in definition.not_with
    ]
    never = say("Never compare with: {names}.", names=enumerate_words(others))
    return Markup(
        "<section><h3>{}</h3><ul class='pa-names'>{}</ul><p>{}</p>"
        "<p class='pa-remark'>{} {}</p></section>"
    ).format(
        definition.name(language),
        items,
        definition.explain(language),
        definition.warn(language),
        never,
    )


def _name_beside(each: Indicator, first: Indicator) -> Markup:
    name = each.name(current_language())
    shown = "" if each is not first and name == first.name(current_language()) else name
    return Markup("<span class='pa-quiet'>{}</span>").format(shown)


def describe_list(title: str, ids: Iterable[str], *remarks: str) -> Markup:
    """List figures under a title, each with what is to be known of its definition."""
    return section(title, list_figures(find_figures(ids)), *remarks)


def list_figures(
    figures: Sequence[Indicator], explained: Collection[str] = ()
) -> Markup:
    """
    Tabulate figures: name, figure and time; under them what they count.

    Parameters
    ----------
    figures
        In the order to list them.
    explained
        Ids of definitions that the page explains elsewhere.
    """
    language = current_language()
    lines = Markup().join(
        Markup("<tr><th scope='row'>{}</th><td class='pa-num'>{}</td></tr>").format(
            each.name(language), show_dated(each)
        )
        for each in figures
    )
    said = dict.fromkeys(
        text
        for each in figures
        if each.definition.id not in explained
        for text in (each.definition.explain(language), each.definition.warn(language))
        if text
    )
    remarks = Markup().join(
        Markup("<p class='pa-quiet'>{}</p>").format(text) for text in said
    )
    table = Markup("<table class='pa-lines pa-figures'><tbody>{}</tbody></table>{}")
    return table.format(lines, remarks)


def introduce_pairs() -> Markup:
    """Say what of Beijing stands beside Shenzhen, and under what reserve."""
    return section(
        say("Beijing beside Shenzhen"),
        Markup(),
        say(
            "Only what is counted alike stands side by side, and even that is of "
            "different years: Shenzhen's of 2020, Beijing's of 2021. No rank follows "
            "from it."
        ),
    )


def describe_pairs() -> Markup:
    """Set Beijing beside Shenzhen where the definitions match, with the years."""
    lines = Markup().join(
        Markup(
            "<tr><th scope='row'>{}</th><td>{}</td><td>{}</td><td>{}</td></tr>"
        ).format(
            pair.shenzhen.name(current_language()),
            show_dated(pair.shenzhen),
            show_dated(pair.beijing),
            pair.shenzhen.definition.warn(current_language()),
        )
        for pair in read_indicators().pairs
    )
    heads = Markup().join(
        Markup("<th scope='col'>{}</th>").format(text)
        for text in (say("Figure"), say("Shenzhen"), say("Beijing"), say("Mind"))
    )
    growth = read_indicators().find("beijing-core-growth-2021")
    return Markup(
        "<article class='pa-park pa-page'><div class='pa-scroll' tabindex='0'"
        " role='region' aria-label='{}'><table class='pa-lines pa-beside'><thead><tr>{}"
        "</tr></thead><tbody>{}</tbody></table></div><p>{} {}</p></article>"
    ).format(
        say("Beijing beside Shenzhen"),
        heads,
        lines,
        say("Added value of Beijing's core industries grew in 2021 by:"),
        show_figure(growth),
    )


def describe_alone() -> Markup:
    """List Beijing's figures that must not stand beside any of Shenzhen's, and why."""
    language = current_language()
    items = Markup().join(
        Markup("<li>{} {}<br><span class='pa-quiet'>{} {}</span></li>").format(
            name_figure(each),
            show_dated(each),
            each.definition.explain(language),
            each.definition.warn(language),
        )
        for each in find_figures(_ALONE)
    )
    return section(
        say("Beijing's figures that stand beside nothing of Shenzhen's"),
        Markup("<ul>{}</ul>").format(items),
        say(
            "Another definition: set beside a figure of Shenzhen's they would mislead."
        ),
    )


def describe_notes() -> Markup:
    """Give all notes."""
    return section(say("Sources, word for word"), list_sources())


def section(title: str, body: Markup, *remarks: str) -> Markup:
    """Write a section of the page; remarks stand first, as warnings."""
    warned = Markup().join(
        Markup("<p class='pa-remark'>{}</p>").format(remark) for remark in remarks
    )
    return Markup("<article class='pa-park pa-page'><h2>{}</h2>{}{}</article>").format(
        title, warned, body
    )
