"""Editions to draw."""

import pytest

from parks.catalogue import make_edition, open_edition


@pytest.fixture(scope="session")
def embedded():
    return open_edition()


@pytest.fixture(scope="session")
def make():
    """Make an edition of parks at given places."""

    def make_(*rows):
        heading = "序号,辖区,片区,园区名称,产业方向,经度,纬度"
        return make_edition("\n".join([heading, *rows]).encode(), name="mine.csv")

    return make_
