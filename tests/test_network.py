"""The tests themselves cannot reach the network."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


@pytest.mark.filterwarnings("ignore:A test tried:UserWarning")
def test_no_host_but_this_one_is_connected_to():
    with (
        socket.socket() as caller,
        pytest.raises(SocketConnectBlockedError, match=r"192\.0\.2\.1"),
    ):
        caller.connect(("192.0.2.1", 80))
