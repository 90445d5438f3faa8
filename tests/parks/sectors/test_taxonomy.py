import itertools
import re
from functools import cache

import numpy as np
import pytest
from colorspacious import cspace_convert

from parks.language import Language
from parks.sectors import find_sector, read_taxonomy
from parks.sectors.taxonomy import Group

KEY = [
    "big-data",
    "cloud",
    "blockchain",
    "infosec",
    "ai",
    "ic",
    "industrial-internet",
    "fintech",
    "smart-city",
    "e-commerce",
    "digital-creative",
    "new-formats",
]
FURTHER = [
    "internet",
    "iot",
    "5g",
    "next-gen-it",
    "software",
    "digital-economy",
    "finance",
    "biomedicine",
    "life-health",
    "smart-healthcare",
    "intelligent-manufacturing",
    "robotics",
    "smart-hardware",
    "connected-vehicles",
    "new-energy-vehicles",
    "semiconductors",
    "smart-logistics",
    "cultural-creative",
    "maker",
]
STRATEGIC = [
    "new-materials",
    "new-energy",
    "energy-conservation",
    "high-end-equipment",
    "automobiles",
    "electronics",
    "new-displays",
    "ultra-hd-video",
    "virtual-reality",
    "medical-devices",
    "aerospace",
    "low-altitude-economy",
    "marine-economy",
    "modern-logistics",
    "exhibition",
    "biotechnology",
    "tourism",
]
SECTIONS = {
    "A": "agriculture",
    "B": "mining",
    "C": "manufacturing",
    "D": "utilities",
    "E": "construction",
    "F": "wholesale-retail",
    "G": "transport",
    "H": "hospitality",
    "I": "information-services",
    "K": "real-estate",
    "L": "business-services",
    "M": "science-services",
    "N": "environment-facilities",
    "O": "household-services",
    "P": "education",
    "Q": "health-social-work",
    "R": "culture-sport",
    "S": "public-administration",
    "T": "international-organizations",
}
SECTORS = read_taxonomy()
MUTED = 14.5
VISIONS = (None, "protanomaly", "deuteranomaly", "tritanomaly")


def of(*groups):
    return [sector for sector in SECTORS if sector.group in groups]


def test_the_vocabulary_begins_with_the_contract_s_ids_in_its_order():
    assert [s.id for s in SECTORS if not s.is_broader] == KEY + FURTHER
    assert [s.id for s in SECTORS][: len(KEY + FURTHER)] == KEY + FURTHER


@pytest.mark.parametrize(
    ("group", "ids"),
    [
        (Group.KEY, KEY),
        (Group.DIGITAL, FURTHER),
        (Group.STRATEGIC, STRATEGIC),
        (Group.SECTION, list(SECTIONS.values())),
    ],
)
def test_every_group_stands_together_in_its_order(group, ids):
    assert [sector.id for sector in of(group)] == ids
    assert [sector.group for sector in SECTORS] == sorted(
        (sector.group for sector in SECTORS), key=list(Group).index
    )


def test_sections_are_the_standard_s_but_for_finance_which_the_core_has():
    assert {s.section: s.id for s in of(Group.SECTION)} == SECTIONS
    assert set("ABCDEFGHIJKLMNOPQRST") - set(SECTIONS) == {"J"}
    assert all(s.section is None for s in SECTORS if s.group is not Group.SECTION)


def test_a_section_takes_only_words_that_no_other_sector_claims():
    words = [word for s in SECTORS for word in (*s.terms, *s.aim_terms)]
    assert {
        word
        for s in of(Group.SECTION)
        for word in (*s.terms, *s.aim_terms)
        if words.count(word) > 1
    } == set()


@pytest.mark.parametrize("sector", SECTORS, ids=lambda s: s.id)
def test_every_sector_is_whole(sector):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", sector.id)
    assert re.fullmatch(r"#[0-9a-f]{6}", sector.colour)
    assert sector.zh
    assert sector.en
    assert sector.terms or sector.aim_terms
    assert not set(sector.terms) & set(sector.aim_terms)
    assert sector.is_key == (sector.id in KEY)
    assert bool(sector.agencies) == bool(sector.heading) == sector.is_key


@pytest.mark.parametrize("sector", SECTORS, ids=lambda s: s.id)
def test_every_sector_is_found_by_id_and_names(sector):
    assert find_sector(sector.id) is sector
    assert find_sector(f" {sector.zh} ") is sector
    assert find_sector(sector.en.upper()) is sector
    assert sector.name(Language.ZH) == sector.zh
    assert sector.name(Language.EN) == sector.en


@pytest.mark.parametrize("text", ["", "信息经济", "人工", "ai;", "5", "\u0000", "AI2"])
def test_what_names_no_sector_finds_none(text):
    assert find_sector(text) is None


def test_agencies_stand_in_the_plan_s_order_each_with_its_city():
    fintech = find_sector("金融科技")
    assert fintech.agencies == (
        "市地方金融监管局",
        "市发展改革委",
        "市科技创新委",
        "市工业和信息化局",
    )
    assert fintech.heading == "金融科技产业"
    every = {agency for s in SECTORS for agency in s.agencies}
    assert all(agency.startswith("市") for agency in every - {"各行业主管部门"})


def test_a_word_shared_by_sectors_is_shared_knowingly():
    words = [(word, s.id) for s in SECTORS for word in (*s.terms, *s.aim_terms)]
    shared = {}
    for word, sector in words:
        shared.setdefault(word, []).append(sector)
    assert {word: ids for word, ids in shared.items() if len(ids) > 1} == {
        "AIoT": ["ai", "iot"],
        "新能源智能网联汽车": ["connected-vehicles", "new-energy-vehicles"],
        "新能源智能汽车": ["connected-vehicles", "new-energy-vehicles"],
        "生物材料": ["new-materials", "biotechnology"],
        "海洋生物": ["marine-economy", "biotechnology"],
    }


def rgb(colour):
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def luminance(colour):
    value = rgb(colour)
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def seen(colour, vision):
    space = (
        "sRGB1"
        if vision is None
        else {"name": "sRGB1+CVD", "cvd_type": vision, "severity": 100}
    )
    shown = np.clip(cspace_convert(rgb(colour), space, "sRGB1"), 0, 1)
    return cspace_convert(shown, "sRGB1", "CAM02-UCS")


def least_distance(sectors, vision):
    places = [seen(sector.colour, vision) for sector in sectors]
    return min(np.linalg.norm(a - b) for a, b in itertools.combinations(places, 2))


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(
    ("group", "least"),
    [
        # Twelve colours stay plainly apart for everyone; with thirty and more, only
        # a glance back at the legend does: the map must never rely on colour alone.
        (of(Group.KEY), 16.0),
        (of(Group.KEY, Group.DIGITAL), 7.5),
        (of(Group.KEY, Group.DIGITAL, Group.STRATEGIC), 5.0),
        (SECTORS, 4.0),
    ],
    ids=["key", "core", "strategic", "all"],
)
def test_colours_stay_apart(group, least, vision):
    assert least_distance(group, vision) >= least


@pytest.mark.parametrize("sector", of(Group.SECTION), ids=lambda s: s.id)
def test_sections_keep_to_muted_colours(sector):
    assert np.hypot(*seen(sector.colour, None)[1:]) <= MUTED


@pytest.mark.parametrize("ground", ["#f6f5f1", "#1b1e23"])
def test_colours_are_seen_on_light_and_dark_grounds(ground):
    assert min(contrast(s.colour, ground) for s in SECTORS) >= 2
