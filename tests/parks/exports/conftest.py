"""Writes an edition as a download would."""

import numpy as np
import pytest

from parks.exports import describe_source, export, pick_layer
from parks.filter import Filter
from parks.language import Language


@pytest.fixture(scope="session")
def download():
    """Write the parks that a filter chooses, in a format."""

    def download_(edition, name, language=Language.EN, filter_=None, **picking):
        filter_ = filter_ or Filter()
        chosen = filter_.select(edition)
        layer = pick_layer(edition, chosen, **picking)
        about = describe_source(edition, filter_, chosen, language, layer.reference)
        return export(layer, name, language=language, about=about)

    return download_


@pytest.fixture(scope="session")
def everything():
    return lambda edition: np.ones(len(edition.parks), dtype=np.bool_)
