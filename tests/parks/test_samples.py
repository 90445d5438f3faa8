"""Every sample file reads to the rows it was written from."""

import re

import pytest
from make_samples import ROWS

from parks.readers import read_path
from parks.samples import SAMPLES


def said(rows):
    return [
        (r.seq, r.district, r.zone, r.parks, re.sub(r"\s", "", r.direction), r.policies)
        for r in rows
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_reads_to_its_rows(name):
    table = read_path(SAMPLES[name].path)
    assert said(table.rows) == said(ROWS)
