"""Totals and notes are named and left out; parks whose names hold such words stay."""

import pytest

from parks.readers import read_table

HEAD = "序号,辖区,片区,园区,产业\n1,南山区,甲片区,甲园,软件\n"


def read(*lines):
    return read_table((HEAD + "\n".join(lines) + "\n").encode(), name="x.csv")


def said(table, code):
    return [p.found for p in table.problems if p.code == code]


@pytest.mark.parametrize(
    "line",
    [
        "南山区小计,,,1个,",
        "福田区合计：1个,,,,",
        "总 计,,,2,",
        ",全市合计,,3,",
        ",,南山区小计,2个,",
        "合计（共2个区）,,,12个园区,",
        "共计,,3个片区,4个,",
        "Grand total,,,4,",
    ],
)
def test_a_total_in_several_cells_is_no_park(line):
    table = read(line, "2,福田区,乙片区,乙园,金融")
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",)]
    assert dict(table.rows[1].extra) == {}
    assert len(said(table, "row-total")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "备注,,,以上数据截至2023年,",
        "制表人,,,审核人：王五,",
        "制表人：李四,,,审核人：王五,",
        "填报单位：市发展改革委,,,电话：0755,",
        "注：,,,面积为规划面积,",
        ",注1：数据由各区报送,,,见附件",
        "Note:,,,as of 2023,",
    ],
)
def test_a_note_in_several_cells_is_no_park(line):
    table = read(line)
    assert [row.parks for row in table.rows] == [("甲园",)]
    assert said(table, "row-note") == [" ".join(filter(None, line.split(",")))]


@pytest.mark.parametrize(
    "line",
    [
        "2,南山区,总部基地,总计园,软件",
        "2,南山区,小计片区,合计科技园,软件",
        "2,南山区,,注册登记产业园,软件",
        "2,福田区,备用片区,说明书印刷园,印刷",
        ",福田区,,来源科技园,印刷",
        "2,福田区,乙片区,国家统计园区合计,数据",
        ",,,单位集群,数据",
        "2,福田区,注：见附件,乙园,数据",
    ],
)
def test_a_park_whose_name_holds_such_a_word_stays(line):
    table = read(line)
    assert len(table.rows) == 2
    assert table.rows[1].parks == (line.split(",")[3],)


def test_a_park_that_stands_alone_and_begins_as_a_note_does_stays():
    table = read_table(
        "园区,产业,面积\n注册登记园,,\nSource Park,,\n".encode(), name="x"
    )
    assert [row.parks for row in table.rows] == [("注册登记园",), ("Source Park",)]
