"""Writes an edition as a download would."""

import numpy as np
import pytest

from parks.exports import ExportOrder, Terms, make_export
from parks.filter import Filter
from parks.language import Language

ANYTHING = Terms()


@pytest.fixture(scope="session")
def download():
    """Write the parks that a filter chooses, in a format."""

    def download_(
        edition, name, language=Language.EN, filter_=None, terms=ANYTHING, **asked
    ):
        options = {option: [value] for option, value in asked.items()}
        options["lang"] = [language.value]
        order = ExportOrder.parse(name, options, terms)
        return make_export(edition, filter_ or Filter(), order, terms).content

    return download_


@pytest.fixture(scope="session")
def everything():
    return lambda edition: np.ones(len(edition.parks), dtype=np.bool_)
