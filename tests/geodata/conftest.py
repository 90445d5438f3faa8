from pathlib import Path

import pytest

from geodata.districts import read_districts
from geodata.gazetteer import read_gazetteer


@pytest.fixture(scope="session")
def repository():
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def districts():
    return read_districts()


@pytest.fixture(scope="session")
def gazetteer():
    return read_gazetteer()
