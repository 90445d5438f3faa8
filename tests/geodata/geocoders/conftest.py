"""A server on this machine that stands in for the services, and time that is ours."""

import contextlib
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from geodata.geocoders.amap import Amap
from geodata.geocoders.baidu import Baidu
from geodata.geocoders.boundaries import Boundaries
from geodata.geocoders.cache import Cache
from geodata.geocoders.client import Client
from geodata.geocoders.nominatim import Nominatim
from geodata.geocoders.remote import RemoteGeocoder
from geodata.geocoders.tencent import Tencent
from geodata.geocoders.tianditu import Tianditu
from geodata.misplacements import read_misplacements

KEY = "key nobody/may see"
SERVICES = {
    "amap": Amap,
    "baidu": Baidu,
    "tencent": Tencent,
    "tianditu": Tianditu,
    "nominatim": Nominatim,
}


class Stand:
    """The server: says next what it was told to, and what it was asked."""

    def __init__(self):
        self.replies = []
        self.asked = []
        self.agents = []
        self.released = threading.Event()
        self.host = ""
        self.key = KEY
        self.answers = json.loads(json.dumps(ANSWERS))

    def say(self, *documents, status=200):
        for document in documents:
            body = document if isinstance(document, bytes) else json.dumps(document)
            raw = body if isinstance(body, bytes) else body.encode()
            self.replies.append(lambda handler, raw=raw: handler.send(status, raw))

    def truncate(self, body, length):
        self.replies.append(lambda handler: handler.send(200, body, length))

    def reset(self):
        self.replies.append(lambda handler: handler.reset())

    def hang(self):
        self.replies.append(lambda _: self.released.wait())


class Handler(BaseHTTPRequestHandler):
    stand: Stand

    def do_GET(self):
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.stand.asked.append((address.path, query))
        self.stand.agents.append(self.headers["User-Agent"])
        # The last reply is given for ever: a service that fails fails again.
        replies = self.stand.replies
        (replies.pop(0) if len(replies) > 1 else replies[0])(self)

    def send(self, status, body, length=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = length is not None

    def reset(self):
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()
        self.close_connection = True

    def finish(self):
        with contextlib.suppress(OSError):  # a connection that was reset
            super().finish()

    def log_message(self, *_):
        """Keep the test's output quiet."""


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """A connection that broke off is what some tests are about."""


@pytest.fixture
def stand():
    stand = Stand()
    handler = type("StandHandler", (Handler,), {"stand": stand})
    server = Server(("127.0.0.1", 0), handler)
    stand.host = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield stand
    stand.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


class Time:
    """Time that passes only while somebody sleeps."""

    def __init__(self):
        self.seconds = 1_000_000_000.0
        self.slept = []

    def now(self):
        return self.seconds

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.seconds += seconds


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def make_client(time):
    with contextlib.ExitStack() as opened:

        def make(interval=0.0, timeout=5.0):
            client = Client(
                "高德",
                interval_seconds=interval,
                timeout_seconds=timeout,
                clock=time.now,
                sleep=time.sleep,
            )
            return opened.enter_context(client)

        yield make


@pytest.fixture
def make_remote(stand, time):
    with contextlib.ExitStack() as opened:

        def make(name, *, cache=None, host=None, timeout=5.0):
            host = host or stand.host
            kind = SERVICES[name]
            service = kind(host) if kind is Nominatim else kind(KEY, host)
            client = Client(
                service.title,
                interval_seconds=service.interval_seconds,
                timeout_seconds=timeout,
                clock=time.now,
                sleep=time.sleep,
            )
            opened.callback(client.close)
            if cache is None:
                cache = Cache(None, now=time.now)
                opened.callback(cache.close)
            return RemoteGeocoder(service, client, cache)

        yield make


@pytest.fixture(scope="session")
def boundaries(districts):
    return Boundaries(districts, read_misplacements())


# What each service says of 深圳湾科技生态园 in 南山, in its own datum, as documented.
PARK = "深圳湾科技生态园"
ANSWERS = {
    "amap": {
        "status": "1",
        "info": "OK",
        "infocode": "10000",
        "count": "1",
        "geocodes": [
            {
                "formatted_address": "广东省深圳市南山区深圳湾科技生态园",
                "country": "中国",
                "province": "广东省",
                "citycode": "0755",
                "city": "深圳市",
                "district": "南山区",
                "township": [],
                "street": [],
                "number": [],
                "adcode": "440305",
                "location": "113.953500,22.530300",
                "level": "兴趣点",
            }
        ],
    },
    "baidu": {
        "status": 0,
        "result": {
            "location": {"lng": 113.9535, "lat": 22.5303},
            "precise": 1,
            "confidence": 80,
            "comprehension": 100,
            "level": "商务大厦",
        },
    },
    "tencent": {
        "status": 0,
        "message": "query ok",
        "request_id": "0",
        "result": {
            "title": "深圳湾科技生态园",
            "location": {"lng": 113.9535, "lat": 22.5303},
            "ad_info": {"adcode": "440305"},
            "address_components": {
                "province": "广东省",
                "city": "深圳市",
                "district": "南山区",
                "street": "",
                "street_number": "",
            },
            "similarity": 0.99,
            "deviation": 1000,
            "reliability": 7,
            "level": 11,
        },
    },
    "tianditu": {
        "msg": "ok",
        "location": {
            "score": 95,
            "level": "地名地址",
            "lon": "113.948600",
            "lat": "22.533300",
            "keyWord": "深圳市南山区深圳湾科技生态园",
        },
        "searchVersion": "6.4.9V",
        "status": "0",
    },
    "nominatim": [
        {
            "place_id": 1,
            "licence": "Data © OpenStreetMap contributors, ODbL 1.0.",
            "osm_type": "way",
            "osm_id": 1,
            "lat": "22.5333",
            "lon": "113.9486",
            "category": "landuse",
            "type": "industrial",
            "place_rank": 22,
            "importance": 0.1,
            "addresstype": "industrial",
            "name": "深圳湾科技生态园",
            "display_name": "深圳湾科技生态园, 粤海街道, 南山区, 深圳市, 广东省, 中国",
            "address": {"city": "深圳市", "country_code": "cn"},
        }
    ],
}


@pytest.fixture
def answers():
    return json.loads(json.dumps(ANSWERS))


@pytest.fixture
def services():
    return {
        name: kind() if kind is Nominatim else kind(KEY)
        for name, kind in SERVICES.items()
    }
