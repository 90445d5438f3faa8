"""What is read from a business scope, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import DataFileError
from parks.matching import MOST_SCOPE, read_scope, vocabulary
from parks.matching.clauses import blank_brackets, blank_excluded, blank_markup
from parks.matching.errors import EmptyScopeError, LongScopeError
from parks.matching.scopes import LEAST_WANTED, MOST_WANTED
from parks.matching.vocabulary import read_vocabulary


def points(text):
    return {sector.id: sector.points for sector in read_scope(text).sectors}


def words(text, sector):
    return next(each.words for each in read_scope(text).sectors if each.id == sector)


@pytest.mark.parametrize(
    ("item", "sector"),
    [
        ("人工智能应用软件开发", "ai"),
        ("大数据服务", "big-data"),
        ("数据处理和存储支持服务", "cloud"),
        ("区块链技术相关软件和服务", "blockchain"),
        ("网络与信息安全软件开发", "infosec"),
        ("集成电路设计", "ic"),
        ("工业互联网数据服务", "industrial-internet"),
        ("金融信息服务", "fintech"),
        ("互联网销售（除销售需要许可的商品）", "e-commerce"),
        ("动漫游戏开发", "digital-creative"),
        ("工业自动控制系统装置制造", "intelligent-manufacturing"),
        ("智能机器人的研发", "robotics"),
        ("供应链管理服务", "smart-logistics"),
        ("医学研究和试验发展", "biomedicine"),
        ("第二类医疗器械生产", "medical-devices"),
        ("智能车载设备制造", "connected-vehicles"),
        ("物联网技术研发", "iot"),
        ("5G通信技术服务", "5g"),
        ("跨境電子商務", "e-commerce"),
        ("集成電路芯片設計及服務", "ic"),
        ("Development of artificial intelligence", "ai"),
        ("Manufacture of medical devices", "medical-devices"),
    ],
)
def test_a_standard_item_names_its_sector(item, sector):
    assert sector in points(item)
    assert read_scope(item).sectors[0].words[0] in item


@pytest.mark.parametrize(
    "text",
    [
        "技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广",
        "货物进出口；技术进出口；国内贸易；物业管理；自有房屋租赁；投资咨询",
        "一般经营项目是：企业管理咨询。许可经营项目是：无",
        "（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
        "依法须经批准的项目，经相关部门批准后方可开展人工智能经营活动",
        "信息咨询服务（不含人工智能、集成电路设计）",
        "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
        "nothing of any interest",
        "销售",
    ],
)
def test_boilerplate_and_items_that_all_have_name_nothing(text):
    assert read_scope(text).sectors == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("从事人工智能，不从事金融", {"ai"}),
        ("人工智能应用软件开发；不含金融科技", {"ai"}),
        ("工业机器人制造不含金融科技、区块链技术", {"robotics"}),
        ("工业机器人制造，人工智能除外", {"robotics"}),
        (
            "工业机器人制造；以上除外：区块链，人工智能。大数据服务",
            {"robotics", "big-data"},
        ),
        (
            "大数据服务，不包括：区块链，人工智能；工业机器人制造",
            {"big-data", "robotics"},
        ),
        ("工业机器人制造；禁止从事虚拟货币、区块链代币业务", {"robotics"}),
        ("除金融、区块链外的大数据服务", {"big-data"}),
        ("以下范围不含前置许可项目：工业机器人制造", {"robotics"}),
        ("Integrated circuit design, excluding fintech and blockchain", {"ic"}),
        ("Integrated circuit design except artificial intelligence", {"ic"}),
    ],
)
def test_what_is_excluded_is_not_wanted(text, named):
    assert set(points(text)) == named


@pytest.mark.parametrize(
    "end",
    [
        "除依法须经批准的项目外，凭营业执照依法自主开展经营活动",
        "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
        "法律、行政法规、国务院决定禁止的项目除外，限制的项目须取得许可后方可经营",
        "经营进出口业务，国家禁止或涉及行政审批的货物和技术进出口除外",
    ],
)
def test_licensing_beside_items_takes_none_of_them_away(end):
    assert set(points(f"工业机器人制造；人工智能应用软件开发。{end}")) == {
        "robotics",
        "ai",
    }
    assert set(points(f"{end}；工业机器人制造")) == {"robotics"}


@pytest.mark.parametrize(
    "item",
    ["工业机器人清除设备、户外的工业机器人制造", "除尘设备、海外的工业机器人制造"],
)
def test_verbs_and_goods_spelled_like_an_exclusion_exclude_nothing(item):
    assert "robotics" in points(item)


def test_a_sale_counts_less_than_work_of_ones_own():
    assert points("工业机器人制造")["robotics"] == 1
    assert points("工业机器人销售")["robotics"] == 0.4
    assert points("工业机器人的研发、生产、销售")["robotics"] == 1


def test_goods_that_are_only_sold_are_trade():
    assert points("金属制品销售") == {"wholesale-retail": 0.2}
    assert points("金属制品制造") == {"manufacturing": 0.5}


def test_a_section_takes_only_what_nothing_narrower_names():
    assert set(points("半导体器件专用设备制造")) == {"semiconductors"}


def test_a_long_list_of_products_is_one_business():
    products = "人工智能、机器学习、大模型、语音识别、机器视觉"
    assert points(f"{products}的研发；软件开发")["ai"] == 3


def test_the_words_are_as_they_were_typed_and_each_once():
    text = "人工智能應用軟件開發；人工智能應用軟件開發；ＡＩ開發"
    assert words(text, "ai") == ("人工智能應用軟件開發", "ＡＩ")


def test_weights_are_shares_of_the_foremost():
    reading = read_scope("大数据服务；数据处理服务；软件开发；工业机器人销售")
    assert [(s.id, s.weight) for s in reading.sectors] == [
        ("big-data", 1.0),
        ("software", 0.5),
        ("robotics", 0.2),
    ]
    assert reading.to_wanted() == {"big-data": 1.0, "software": 0.5, "robotics": 0.2}


def test_what_is_said_in_passing_is_not_wanted():
    text = "；".join(["软件开发"] * 9 + ["工业机器人制造"])
    assert read_scope(text).to_wanted() == {"software": 1.0}


def test_markup_is_no_text_of_the_scope():
    reading = read_scope("<b title='区块链'>软件开发</b>&nbsp;<script>大数据</script>")
    assert reading.has_markup
    assert {sector.id for sector in reading.sectors} == {"software", "big-data"}
    assert not read_scope("软件开发，a < b").has_markup


@pytest.mark.parametrize("text", ["", "  \n\t", "\u3000"])
def test_nothing_is_said_to_be_nothing(text):
    with pytest.raises(EmptyScopeError, match="empty"):
        read_scope(text)


def test_what_is_longer_than_any_scope_is_said_to_be():
    with pytest.raises(LongScopeError, match="200,000 characters"):
        read_scope("软" * 200_000)
    assert read_scope(("软件开发；" * MOST_SCOPE)[:MOST_SCOPE]).sectors


@pytest.mark.parametrize("unit", ["(", "<", "（）", "软件（", "&lt;", "、", "除依法"])
def test_no_text_of_one_thing_fails(unit):
    read_scope((unit * MOST_SCOPE)[:MOST_SCOPE])


@given(
    st.text(alphabet="软件AI（）()<>;；、，。销售制造区块链集成电路\n<b&", max_size=200)
)
def test_any_text_is_read_within_bounds(text):
    if not text.strip():
        return
    reading = read_scope(text)
    assert all(0 < sector.weight <= 1 for sector in reading.sectors)
    assert all(word in text for sector in reading.sectors for word in sector.words)
    wanted = reading.to_wanted()
    assert len(wanted) <= MOST_WANTED
    assert all(LEAST_WANTED <= weight <= 1 for weight in wanted.values())


@given(st.text(max_size=300))
def test_blanking_keeps_every_character_in_its_place(text):
    assert len(blank_markup(text)) == len(text)
    assert len(blank_brackets(text)) == len(text)
    assert len(blank_excluded(text)) == len(text)


def test_brackets_within_brackets_go_and_lone_ones_stay():
    assert blank_brackets("甲（乙（丙）丁）戊") == "甲       戊"
    assert blank_brackets("甲（乙") == "甲（乙"
    assert blank_brackets("甲）乙") == "甲）乙"


def test_no_word_stands_in_two_spellings():
    # A word that folding alters in length would mark the wrong place.
    assert all(word == word.strip() for word in read_vocabulary().sectors)


def test_a_broken_file_of_words_is_named(tmp_path, monkeypatch):
    broken = tmp_path / "scope_words.toml"
    broken.write_text("generic = []\n[sectors]\nmoon = ['cheese']\n", "utf-8")
    monkeypatch.setattr(vocabulary, "_FILE", broken)
    with pytest.raises(DataFileError, match="no sector is called moon"):
        vocabulary.read_vocabulary.__wrapped__()
