"""The official document, row for row, as a reader with a pencil would copy it."""

from pathlib import Path

import pytest

from parks.catalogue import EMBEDDED_PATH
from parks.readers import read_path, read_table

DOCUMENT = (
    Path(__file__).parents[4]
    / "shared"
    / "source"
    / "001_shenzhen-implementation-plan-with-appendix.txt"
)
NEW = "深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知"
EAST = "“东进、西协、南联、北拓、中优”发展战略实施工作方案"
FASTER = "深圳市关于进一步加快发展战略性新兴产业的实施方案"
HIGH_TECH = "深圳国家高新区扩区方案"
SQUARE = "深圳30平方公里产业用地计划布局图"
KEY_AREAS = "深圳市人民政府关于加快推进重点区域开发建设的实施意见（试行）"
CORRIDOR = "广深科技创新走廊规划"
NANSHAN_PLAN = "深圳市南山区国民经济和社会发展第十三个五年规划纲要"
NANSHAN_INDUSTRY = "深圳市南山区工业发展第十三个五年规划"

# number, district, zone, parks, titles of policies
ROWS = [
    (
        1,
        "福田",
        "梅林—彩田片区",
        ["福田国际电子商务产业园", "新一代产业园"],
        [NEW, KEY_AREAS],
    ),
    (
        2,
        "福田",
        "香蜜湖片区",
        ["香蜜湖新金融中心"],
        [SQUARE, "福田区现代产业体系中长期发展规划（2017-2035）"],
    ),
    (
        3,
        "福田",
        "福田保税区",
        [
            "深圳福田国际互联网金融产业园",
            "高新技术创业中心保税区基地",
            "深港国际科技园",
            "深港金融科技城",
        ],
        [KEY_AREAS, "福田区高新技术产业发展和自主创新“十三五”规划"],
    ),
    (
        4,
        "罗湖",
        "笋岗—清水河片区",
        ["清水河人工智能产业基地"],
        [NEW, EAST, CORRIDOR, "清水河重点片区开发建设工作任务(2019—2020)"],
    ),
    (
        5,
        "罗湖",
        "莲塘片区",
        [
            "莲塘高新技术产业园区",
            "莲塘“四创联动”产业园区",
            "深圳市互联网产业园",
            "罗湖网商虚拟产业园",
            "罗湖智慧城市产业园",
        ],
        ["深圳市罗湖区国民经济和社会发展第十三个五年规划纲要", NEW, EAST],
    ),
    (
        6,
        "盐田",
        "海山片区",
        ["大百汇高新科技园", "田心工业园", "海鹏工业园", "太平洋工业区"],
        [NEW],
    ),
    (7, "南山", "留仙洞片区", ["万科云城", "鹏城实验室"], [HIGH_TECH]),
    (8, "南山", "西丽大学城片区", ["南山智园"], [HIGH_TECH]),
    (
        9,
        "南山",
        "南山高新区深圳湾片区",
        ["深圳市软件产业基地", "深圳湾科技生态园", "南山区中科研发园"],
        [NANSHAN_PLAN, NANSHAN_INDUSTRY, FASTER],
    ),
    (
        10,
        "南山",
        "深圳湾超级总部基地",
        ["神州数码总部", "碳云大厦"],
        [NANSHAN_PLAN, NANSHAN_INDUSTRY, FASTER],
    ),
    (
        11,
        "南山",
        "蛇口片区",
        ["蛇口网谷"],
        [
            NANSHAN_PLAN,
            NANSHAN_INDUSTRY,
            FASTER,
            "中国(广东)自由贸易试验区深圳前海蛇口片区及大小南山周边地区综合规划",
        ],
    ),
    (
        12,
        "宝安",
        "空港新城",
        ["沙井西部新兴产业园", "蚝二V谷产业园", "中亚电子博览中心"],
        [NEW],
    ),
    (
        13,
        "宝安",
        "新桥东科技城片区",
        ["新桥东智能装备产业园", "新桥东智慧创新港"],
        [NEW],
    ),
    (
        14,
        "宝安",
        "尖岗山—石岩南片区",
        [
            "汇聚创新园",
            "高新奇战略新兴产业园",
            "中粮创芯大厦",
            "庭威工业园",
            "领亚美生智慧绿谷",
            "创维创新谷",
            "天格科技园",
            "宏发科技园",
        ],
        [NEW, HIGH_TECH],
    ),
    (
        15,
        "宝安",
        "宝安中心区—大铲湾片区",
        ["美生创谷科技园", "腾讯“互联网+”未来科技城", "宝安桃花源科技创新园旭生分园"],
        [NEW, SQUARE, KEY_AREAS],
    ),
    (
        16,
        "龙岗",
        "大运新城",
        ["大运软件小镇", "龙岗创投大厦", "龙岗天安数码城", "启迪协信科技园"],
        [NEW, CORRIDOR],
    ),
    (
        17,
        "龙华",
        "深圳高新区龙华园区",
        ["九龙山智能科技城"],
        [
            "广东省新一代人工智能发展规划",
            "深圳市人工智能等新兴产业空间布局规划",
            HIGH_TECH,
            SQUARE,
            "深圳市关于率先实现5G基础设施全覆盖及促进5G产业高质量发展的若干措施",
            "共建广东省工业互联网产业示范基地战略协议",
            "深圳市工业互联网发展行动计划(2018—2020年)",
        ],
    ),
    (
        18,
        "坪山",
        "坪山高新区",
        [
            "国家新型工业化产业示范基地",
            "深圳出口加工区",
            "国家生物医药基地",
            "坪山人工智能产业基地",
            "国家新能源汽车产业基地",
        ],
        [
            NEW,
            "深圳市人民政府关于印发深圳国家高新区扩区方案的通知",
            "深圳市人民政府关于印发新一代人工智能发展行动计划（2019-2023）",
            "深圳市推进区域协调发展战略实施方案（2020-2022年）",
        ],
    ),
    (19, "光明", "光明凤凰城", ["招商局智慧城", "鹏森海纳中心"], [EAST, FASTER]),
    (
        20,
        "光明",
        "光明科学城",
        ["光明云谷", "科润大厦", "联想南方智能制造基地"],
        [EAST, FASTER],
    ),
    (21, "大鹏", None, [], []),
    (
        22,
        "深汕",
        "西部组团",
        ["深汕合作区腾讯数据中心", "易能高新产业园"],
        ["深汕特别合作区发展规划"],
    ),
]


@pytest.fixture(scope="module", params=["embedded", "document"])
def table(request):
    if request.param == "embedded":
        return read_path(EMBEDDED_PATH)
    if not DOCUMENT.exists():
        pytest.skip("the whole document does not lie beside this checkout")
    return read_path(DOCUMENT)


def test_it_has_twenty_two_rows_fifty_nine_parks_and_fifty_one_citations(table):
    assert len(table.rows) == 22
    assert len({row.district for row in table.rows}) == 11
    assert sum(len(row.parks) for row in table.rows) == 59
    assert sum(len(row.policies) for row in table.rows) == 51


@pytest.mark.parametrize("expected", ROWS, ids=lambda row: row[0])
def test_each_row_is_what_the_table_says(table, expected):
    seq, district, zone, parks, titles = expected
    row = table.rows[seq - 1]
    assert (row.seq, row.district, row.zone) == (seq, district, zone)
    assert list(row.parks) == parks
    assert [policy.title for policy in row.policies] == titles
    assert not row.extra


def test_document_numbers_stand_apart_from_titles(table):
    numbers = {p.number for row in table.rows for p in row.policies if p.number}
    assert numbers == {"深府〔2018〕84号", "深府函〔2019〕123号"}
    assert [p.number for p in table.rows[17].policies] == [
        "深府〔2018〕84号",
        "深府函〔2019〕123号",
        None,
        None,
    ]


def test_directions_keep_their_words_and_paragraphs(table):
    five = table.rows[4].direction.split("\n")
    assert len(five) == 2
    assert five[0].startswith("借助莲塘口岸开通")
    assert five[1].endswith("打造人工智能和生命健康研发孵化基地")
    assert table.rows[3].direction.startswith("人工智能与信息服务；")
    assert table.rows[6].direction == "新一代信息技术、文化创意、互联网和软件等。"
    assert "互联网＋未来科技城" in table.rows[14].direction
    assert table.rows[17].direction.count("\n") == 1
    assert table.rows[20].direction is None


def test_every_repair_is_a_problem_of_its_row_and_column(table):
    found = {(p.row, p.column, p.code) for p in table.problems if p.row}
    filled = {2, 3, 5, 8, 9, 10, 11, 13, 14, 15}
    assert found == {
        *((row, "district", "district-filled") for row in filled),
        (16, "zone", "name-joined"),
        (18, "seq", "seq-missing"),
        (19, "seq", "seq-missing"),
        (20, "seq", "seq-missing"),
        (20, "district", "district-missing"),
        (21, "zone", "placeholder"),
        (21, None, "cells-missing"),
        (21, None, "row-nameless"),
        (22, "seq", "seq-missing"),
    }
    missing = next(p for p in table.problems if p.code == "seq-missing")
    assert (missing.found, missing.used) == ("", "18")
    joined = next(p for p in table.problems if p.code == "name-joined")
    assert joined.used == "大运新城"


def test_the_rest_of_the_document_is_named_and_not_swallowed(table):
    outside = [p for p in table.problems if p.code == "text-outside"]
    assert outside
    assert table.rows[-1].policies[-1].title == "深汕特别合作区发展规划"


def test_the_embedded_copy_and_the_document_read_alike():
    if not DOCUMENT.exists():
        pytest.skip("the whole document does not lie beside this checkout")
    assert read_path(EMBEDDED_PATH).rows == read_path(DOCUMENT).rows


def test_the_source_is_named():
    table = read_table(EMBEDDED_PATH.read_bytes(), name="表.txt")
    assert (table.source.name, table.source.format, table.source.table) == (
        "表.txt",
        "text",
        1,
    )
