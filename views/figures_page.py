"""The page of the city's figures: /figures."""

import streamlit as st

from geodata.errors import DataFileError
from parks.indicators import read_indicators
from views._errors import stop_with
from views._figure_charts import draw_goal, draw_pair, draw_shares
from views._figures_goals import describe_goals, introduce_goals
from views._figures_sheet import (
    describe_alone,
    describe_head,
    describe_list,
    describe_notes,
    describe_pairs,
    describe_senses,
    find_figures,
    introduce_pairs,
)
from views._figures_show import offer_figures, show_charts
from views._sheet import mount_sheet, show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import read_address, write_address
from views._words import current_language, say

STATIONS = "stations-2020", "stations-2020-zaobao", "stations-2021-proposal"
SURVEYED = "lower-cost-share", "better-yield-share", "less-waste-share"
SUPPORTED = "support-2020", "projects-2020", "platforms-2020", "platform-share-2020"
OUTPUTS = "gross-output-2020", "electronics-output-2020"

read_address()
with st.sidebar:
    begin_sidebar()
    choose_edition()
write_address({})
try:
    indicators = read_indicators()
except DataFileError as error:
    stop_with(error)
    st.stop()
language = current_language()

show_sheet(describe_head(), "figures_head")
mount_sheet(describe_senses(), "figures_senses")
mount_sheet(introduce_goals(), "figures_goals")
show_charts(
    "goals",
    [(goal.base.name(language), draw_goal(goal)) for goal in indicators.goals],
)
mount_sheet(describe_goals(), "figures_targets")
mount_sheet(
    describe_list(say("5G stations and poles"), (*STATIONS, "poles-2020")),
    "figures_networks",
)
mount_sheet(describe_list(say("Industrial internet"), SUPPORTED), "figures_internet")
show_charts(
    "surveyed",
    [
        (
            say("Effects of the industrial internet, by share of firms in a survey"),
            draw_shares(find_figures(SURVEYED)),
        )
    ],
)
mount_sheet(
    describe_list(say("What a survey found"), SURVEYED),
    "figures_surveyed",
)
mount_sheet(describe_list(say("Output, not added value"), OUTPUTS), "figures_output")
mount_sheet(introduce_pairs(), "figures_pairs")
show_charts(
    "pairs",
    [(pair.shenzhen.name(language), draw_pair(pair)) for pair in indicators.pairs],
)
mount_sheet(describe_pairs(), "figures_beside")
mount_sheet(describe_alone(), "figures_alone")
offer_figures()
mount_sheet(describe_notes(), "figures_notes")
