"""What the page of sectors says, read without a browser."""

import pytest

PAGE = "sectors_page.py"
HEADING = "序号,辖区,片区,园区名称,产业方向\n"


@pytest.fixture
def write(tmp_path):
    def write_(*rows):
        table = tmp_path / "mine.csv"
        table.write_text(HEADING + "\n".join(rows), encoding="utf-8")
        return table

    return write_


def test_what_no_zone_takes_up_comes_first(open_page, read_sheet):
    app = open_page(PAGE)
    assert not app.exception
    said = read_sheet(app)
    finding = (
        "有 5 个在本表中没有任何片区主攻：信息安全、集成电路、智慧城市、数字创意、"
        "其他新兴业态。 各片区的产业方向也都没有提及。"
    )
    assert 0 < said.index(finding) < said.index("深圳方案的十二个重点领域 大数据")
    assert "全表仅 22 行，数量很小" in said


def test_what_borders_on_it_and_what_is_only_called_so_is_named(open_page, read_sheet):
    said = read_sheet(open_page(PAGE))
    assert "与集成电路相邻，但以本名单独统计： 半导体 (第 18 行)" in said
    assert "不计入智慧城市： 罗湖智慧城市产业园 (第 5 行)" in said
    assert "与数字创意相邻，但以本名单独统计： 文化创意 (第 7 行)" in said


def test_the_twelve_stand_there_with_counts_aims_and_agencies(open_page, read_sheet):
    said = read_sheet(open_page(PAGE))
    assert "人工智能 主攻片区 8 园区 25 行政区 7 以攻克核心技术" in said
    assert "云计算 主攻片区 1 园区 2 行政区 1 提及片区 1 提高云计算" in said
    assert "责任单位：市委宣传部、市科技创新委、市工业和信息化局" in said
    assert "《深圳市数字经济产业创新发展实施方案（征求意见稿）》“二、重点领域”" in said


def test_further_sectors_follow(open_page, read_sheet):
    said = read_sheet(open_page(PAGE))
    _, further = said.split("本表涉及的其他产业")
    assert "互联网 7 18 4 1" in further
    assert "机器人 1 5 1 0" in further
    assert "战略性新兴产业" not in further


def test_the_page_speaks_english(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"lang": ["en"]}))
    assert (
        "5 of the twelve key industries of Shenzhen's plan are the focus of no zone of "
        "this table: Information security, Integrated circuits, Smart city"
    ) in said
    assert "Industry and Information Technology Bureau of Shenzhen Municipality" in said
    assert "English names of agencies are their own for" in said


def test_a_link_opens_a_sector(open_page, read_sheet):
    app = open_page(PAGE, {"sector": ["云计算"]})
    assert not app.exception
    assert app.query_params["sector"] in ("cloud", ["cloud"])
    said = read_sheet(app)
    assert said.startswith(" 云计算 深圳方案重点领域：（二）云计算产业 ")
    assert "表中用词 “云计算” × 2" in said
    assert "主攻片区的辖区分布 南山 1" in said
    assert "金融科技 第 1、10 行" in said
    assert (
        "10 南山 · 深圳湾超级总部基地 主攻 重点发展金融科技、互联网金融、 云计算 、"
    ) in said
    assert "1 福田 · 梅林—彩田片区 提及 人工智能、金融科技；" in said
    assert "灰色小符号：所在片区仅提及该产业的园区。" in said


def test_the_places_are_counted_by_how_well_they_are_known(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"sector": ["ai"]}))
    assert "位置精度 园区本身 6 邻近地点，相差数百米 4" in said
    assert "片区的点，非园区自身位置 12" in said


def test_a_key_industry_that_nobody_takes_up_keeps_its_aim(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"sector": ["ic"], "lang": ["en"]}))
    assert "No zone of this table takes it up, or mentions it in passing." in said
    assert "Semiconductors (row 18)" in said
    assert "Above all make the design of high-end chips more competitive" in said
    assert "on the map" not in said


def test_a_further_sector_has_no_aim(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"sector": ["robotics"]}))
    assert "深圳方案十二个重点领域之外的产业" in said
    assert "责任单位" not in said
    assert "征求意见稿" not in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("blokchain", "没有名为“blokchain”的产业。 名称最接近的： 区块链"),
        ("芯片", "没有名为“芯片”的产业。 名称最接近的： 集成电路"),
        ("<script>alert(1)</script>", "没有名为“<script>alert(1)</script>”的产业。"),
        ("x" * 99_999, "没有名为“" + "x" * 80 + "”的产业。 没有片区主攻"),
    ],
)
def test_a_link_to_no_sector_says_so_in_one_sentence(
    open_page, read_sheet, asked, said
):
    app = open_page(PAGE, {"sector": [asked]})
    assert not app.exception
    assert said in read_sheet(app)
    assert "sector" not in app.query_params


def test_another_city_s_table_is_told_from_shenzhen_s_plan(
    open_page, read_sheet, write
):
    table = write("1,浦东新区,张江,一园,重点发展集成电路、人工智能")
    said = read_sheet(open_page(PAGE, TABLE=table))
    assert "均出自深圳的方案，不代表其他城市的规划" in said
    assert "集成电路 主攻片区 1 园区 1 行政区 1" in said
    said = read_sheet(open_page(PAGE, {"sector": ["ic"]}, TABLE=table))
    assert "均出自深圳的方案" in said
    assert "没有已知位置，因此没有小地图" in said


def test_a_table_without_sectors_says_so(open_page, read_sheet, write):
    said = read_sheet(open_page(PAGE, TABLE=write("1,南山,甲片区,一园,风景秀丽")))
    assert "没有识别出任何产业" in said
    assert "没有任何片区主攻" not in said


def test_a_table_that_takes_up_all_twelve_has_no_gap(open_page, read_sheet, write):
    every = (
        "重点发展大数据、云计算、区块链、信息安全、人工智能、集成电路、工业互联网、金融科技、"
        "智慧城市、电子商务、数字创意、远程办公"
    )
    said = read_sheet(open_page(PAGE, TABLE=write(f"1,南山,甲片区,一园,{every}")))
    assert "十二个重点领域，在本表中都至少有一个片区主攻" in said


def test_a_mention_in_passing_is_told_from_silence(open_page, read_sheet, write):
    table = write("1,南山,甲片区,一园,重点发展软件；充分发挥大数据的作用。")
    said = read_sheet(open_page(PAGE, TABLE=table))
    assert "仅被提及的：大数据。 产业方向中从未提及的：云计算、" in said
    said = read_sheet(open_page(PAGE, {"sector": ["big-data"]}, TABLE=table))
    assert "没有片区主攻该产业，仅有片区提及" in said
    assert "在地图上查看提及该产业的园区" in said


def test_the_text_of_a_table_is_text(open_page, read_sheet, write):
    table = write("1,南山,<b>甲,<img src=x onerror=alert(1)>,重点发展软件${1}<i>")
    said = read_sheet(open_page(PAGE, {"sector": ["software"]}, TABLE=table))
    assert "<img src=x onerror=alert(1)>" in said
    assert "南山 · <b>甲" in said
    assert "${1}<i>" in said


def test_a_long_table_stays_a_page(open_page, read_sheet, write):
    rows = (f"{n},南山,片区{n},园区{n},重点发展软件" for n in range(1, 301))
    said = read_sheet(open_page(PAGE, {"sector": ["software"]}, TABLE=write(*rows)))
    assert "主攻片区 300 园区 300 行政区 1" in said
    assert "共 300 个，此图只画前 200 个" in said
    assert "共 300 行，此处只列前 60 行" in said
