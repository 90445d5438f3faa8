"""The JSON of `read`, key for key as the contract writes it."""

import json

from parks.catalogue import EMBEDDED_PATH
from parks.language import Language
from parks.model import Evidence, Policy, Problem, Role, Row, SectorTag, Source, Table
from parks.readers import read_path
from parks.readers.report import to_json_object

TABLE = Table(
    Source("表.txt", "text", 1),
    (
        Row(
            1,
            "福田",
            "梅林—彩田片区",
            ("甲园", "乙园"),
            "人工智能；",
            (Policy("甲规划"), Policy("乙规划", "深府〔2018〕84号")),
            (SectorTag("ai", Role.FOCUS, (Evidence("人工智能", 0, 4, Role.FOCUS),)),),
            {"备注": "新"},
        ),
        Row(2, None, None),
    ),
    (Problem(18, "seq", "seq-missing", "", "18"),),
)


def test_it_is_the_contract_s_object():
    assert to_json_object(TABLE, language=Language.EN) == {
        "source": {"name": "表.txt", "format": "text", "table": 1},
        "rows": [
            {
                "seq": 1,
                "district": "福田",
                "zone": "梅林—彩田片区",
                "parks": ["甲园", "乙园"],
                "direction": "人工智能；",
                "policies": [
                    {"title": "甲规划", "number": None},
                    {"title": "乙规划", "number": "深府〔2018〕84号"},
                ],
                "sectors": [
                    {
                        "id": "ai",
                        "role": "focus",
                        "evidence": [{"text": "人工智能", "start": 0, "end": 4}],
                    }
                ],
                "extra": {"备注": "新"},
            },
            {
                "seq": 2,
                "district": None,
                "zone": None,
                "parks": [],
                "direction": None,
                "policies": [],
                "sectors": [],
                "extra": {},
            },
        ],
        "problems": [
            {
                "row": 18,
                "column": "seq",
                "code": "seq-missing",
                "found": "",
                "used": "18",
                "message": "The row has no number; it was given 18.",
            }
        ],
    }


def test_messages_are_chinese_unless_asked_otherwise():
    assert (
        to_json_object(TABLE)["problems"][0]["message"] == "本行没有序号，已编为 18。"
    )


def test_the_appendix_becomes_json_and_back():
    table = to_json_object(read_path(EMBEDDED_PATH))
    assert json.loads(json.dumps(table, ensure_ascii=False)) == table
    assert all(problem["message"] for problem in table["problems"])
