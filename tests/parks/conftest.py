"""Editions to look at: the embedded one, and any that a test writes down."""

import pytest

from parks.catalogue import make_edition, open_edition

HEADING = "序号,辖区,片区,园区名称,产业方向,规划依据"


@pytest.fixture(scope="session")
def embedded():
    return open_edition()


@pytest.fixture(scope="session")
def make():
    """Make an edition of rows written as CSV, under the official headings."""

    def make_(*rows, heading=HEADING):
        return make_edition("\n".join([heading, *rows]).encode(), name="mine.csv")

    return make_
