"""The service attacked through its own description: no error of ours, no surprise."""

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.testclient import TestClient

from parks.catalogue import open_edition
from parks.exports import Terms
from service.ogc import route_ogc

APP = Starlette(routes=route_ogc(open_edition, Terms()))
schema = schemathesis.openapi.from_asgi("/ogc/api?lang=en", APP)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@schema.parametrize()
@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_the_description_allows_is_answered_as_described(case):
    case.call_and_validate(checks=CHECKS)


def test_the_description_covers_every_address():
    with TestClient(APP) as client:
        paths = client.get("/ogc/api").json()["paths"]
    assert {"/", "/api", "/conformance", "/collections"} < paths.keys()
    assert len(paths) == 4 + 3 * 5
