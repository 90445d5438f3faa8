import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.traffic import Letters, allow_bytes


class Socket:
    """A websocket, and the page that opens it."""

    def on(self, _event, listener):
        self.tell = listener


def write(component):
    message = ForwardMsg()
    message.delta.new_element.bidi_component.component_name = component
    return message.SerializeToString()


@pytest.fixture
def received():
    page, socket = Socket(), Socket()
    letters = Letters(page)
    page.tell(socket)
    return letters, socket


def test_bytes_are_weighed_whole_and_by_component(received):
    letters, socket = received
    mine, other = write("map"), write("table and more")
    for letter in (mine, other, mine):
        socket.tell(letter)
    assert letters.weigh("map") == 2 * len(mine)
    assert letters.weigh() == 2 * len(mine) + len(other)


def test_text_is_none_of_streamlit_s_messages(received):
    letters, socket = received
    socket.tell("hello")
    assert letters.weigh() == 0


@pytest.mark.parametrize(("parks", "most"), [(0, 2000), (54, 2010.8), (10_000, 4000)])
def test_a_change_may_cost_a_fifth_of_a_byte_a_park(parks, most):
    assert allow_bytes(parks) == pytest.approx(most)
