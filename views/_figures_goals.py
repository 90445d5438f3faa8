"""The plan's targets: what they need, and what was reported since."""

from markupsafe import Markup

from parks.growth import expect, grow_yearly, require
from parks.indicator_model import Goal, Indicator
from parks.indicator_words import write_number, write_quantity, write_share
from parks.indicators import read_indicators
from views._figure import refer, show_dated, show_figure
from views._figures_sheet import find_figures, list_figures, section
from views._words import current_language, say

_COUNTS = (
    "firms-5bn-target",
    "firms-1bn-target",
    "clusters-100bn-target",
    "clusters-10bn-target",
    "carriers-target",
)
_FURTHER = (
    "added-value-2019-unrounded",
    "added-value-q1-2020",
    "added-value-growth-q1-2020",
    "strategic-share-2019",
)


def introduce_goals() -> Markup:
    """Say what the charts of the targets show."""
    legend = Markup().join(
        Markup("<span class='pa-key pa-key-{}'>{}</span>").format(kind, words)
        for kind, words in (
            ("reported", say("reported")),
            ("path", say("even way to the target (computed here)")),
            ("target", say("target of the plan")),
            ("computed", say("computed by the plan's drafters")),
        )
    )
    return section(
        say("Targets for 2022 against their bases"),
        Markup("<p class='pa-keys'>{}</p>").format(legend),
    )


def describe_goals() -> Markup:
    """Tabulate bases, targets and the growth between, and say what came of it."""
    heads = (
        say("Figure"),
        say("Base"),
        say("Its growth"),
        say("Target"),
        say("Growth the plan names"),
        say("Growth the target needs"),
        say("Drafters' own reckoning"),
        say("Reported since"),
    )
    titles = Markup().join(Markup("<th scope='col'>{}</th>").format(h) for h in heads)
    lines = Markup().join(_line(goal) for goal in read_indicators().goals)
    sentences = Markup().join(
        Markup("<p>{}</p>").format(text)
        for text in (
            say(
                "The growth a target needs is computed here: the target over the base, "
                "to the power of one over the years between, less one. The drafters "
                "reckoned with 15% a year for all three and then set the targets lower."
            ),
            *(
                _follow(goal, reported)
                for goal in read_indicators().goals
                for reported in goal.reported
            ),
        )
    )
    return Markup(
        "<article class='pa-park pa-page'><div class='pa-scroll' tabindex='0'"
        " role='region' aria-label='{}'><table class='pa-lines pa-goals'><thead><tr>{}"
        "</tr></thead><tbody>{}</tbody></table></div>{}<h3>{}</h3>{}<h3>{}</h3>{}"
        "</article>"
    ).format(
        say("Targets for 2022 against their bases"),
        titles,
        lines,
        sentences,
        say("Also said of the digital economy in the narrow sense"),
        list_figures(find_figures(_FURTHER), {"narrow"}),
        say("Numbers the plan wants reached by 2022"),
        list_figures(find_figures(_COUNTS)),
    )


def _line(goal: Goal) -> Markup:
    needed = write_share(require(goal))
    since = Markup("<br>").join(show_dated(each) for each in goal.reported)
    cells = (
        show_dated(goal.base),
        show_figure(goal.growth_before),
        show_dated(goal.target),
        show_figure(goal.growth_wanted),
        Markup("<b>{}</b> <i>{}</i>").format(needed, say("a year, computed")),
        show_figure(goal.computed),
        since or say("not in these sources"),
    )
    name = goal.base.name(current_language())
    drawn = Markup().join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(name, drawn)


def _follow(goal: Goal, reported: Indicator) -> Markup:
    """Say how far what was reported is from the way to the target."""
    language = current_language()
    years = reported.year - goal.base.year
    left = goal.target.year - reported.year
    grown = grow_yearly(goal.base.value, reported.value, years)
    needed = grow_yearly(reported.value, goal.target.value, left)
    said = say(
        "{reported} was reported for {year}: {grown} on the base, where the way to the "
        "target was {expected} ({required}). That is far from the way: from there the "
        "target would have needed {needed} a year. The proposal that gives the figure "
        "calls it steady growth, and says neither how it is defined nor where it comes "
        "from; the definition looks like the plan's, as the plan's base is quoted "
        "beside it.",
        reported=write_quantity(reported.value, reported.unit, language),
        year=reported.year,
        grown=f"+{write_number(round(grown * 100, 2))}%",
        expected=write_quantity(
            round(expect(goal, reported.year)), reported.unit, language
        ),
        required=f"+{write_share(require(goal))}",
        needed=f"+{write_share(needed)}",
    )
    return Markup("{}{}").format(said, refer(reported))
