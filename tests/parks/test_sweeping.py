import gc
from threading import Barrier, Thread

import pytest

from parks.catalogue import make_edition, read_any
from parks.drafts import make_map
from parks.errors import ParksError
from parks.sweeping import sweep_rarely


@pytest.fixture(autouse=True)
def usual():
    """Begin with thresholds that nobody else would set, end with those of before."""
    before = gc.get_threshold()
    gc.set_threshold(701, 11, 12)
    yield (701, 11, 12)
    gc.set_threshold(*before)


def test_sweeps_are_rarer_within_the_block_and_as_usual_after_it(usual):
    with sweep_rarely():
        assert gc.get_threshold()[0] > usual[0]
        assert gc.isenabled()
    assert gc.get_threshold() == usual


def test_blocks_may_lie_within_each_other(usual):
    with sweep_rarely():
        with sweep_rarely():
            pass
        assert gc.get_threshold() != usual
    assert gc.get_threshold() == usual


def test_an_error_puts_the_usual_back(usual):
    with pytest.raises(ParksError):
        make_edition(b"no table", name="x")
    assert gc.get_threshold() == usual


def test_who_never_sweeps_is_left_alone():
    gc.set_threshold(0, 11, 12)
    with sweep_rarely():
        assert gc.get_threshold() == (0, 11, 12)
    assert gc.get_threshold() == (0, 11, 12)


def test_the_last_of_several_threads_puts_the_usual_back(usual):
    inside, leaving = Barrier(5), Barrier(5)
    seen = []

    def work():
        with sweep_rarely():
            inside.wait()
            seen.append(gc.get_threshold())
            leaving.wait()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    inside.wait()
    assert gc.get_threshold() != usual
    leaving.wait()
    for thread in threads:
        thread.join()
    assert len(set(seen)) == 1
    assert gc.get_threshold() == usual


def test_a_map_given_up_half_way_puts_the_usual_back(usual):
    class LeaveError(Exception):
        pass

    def leave(_share, _row):
        raise LeaveError

    with pytest.raises(LeaveError):
        make_map(read_any("embedded"), leave)
    assert gc.get_threshold() == usual
