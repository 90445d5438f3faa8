import pytest

from geodata._records import read_records
from geodata.errors import DataFileError


def write(tmp_path, content):
    path = tmp_path / "places.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_records_come_with_the_line_they_end_on(tmp_path):
    path = write(tmp_path, 'a,b\n1,"two\nlines"\n3,4\n')
    records = list(read_records(path, ["a", "b"]))
    assert records == [(3, {"a": "1", "b": "two\nlines"}), (4, {"a": "3", "b": "4"})]


def test_a_heading_alone_holds_no_record(tmp_path):
    assert list(read_records(write(tmp_path, "a,b\n"), ["a", "b"])) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "first line must read a,b"),
        ("a\n1\n", "first line must read a,b"),
        ("b,a\n1,2\n", "first line must read a,b"),
        ("a,b\n1,2\n1\n", "line 3: not 2 values"),
        ("a,b\n1,2,3\n", "line 2: not 2 values"),
        ('a,b\n1,"2\n', "unexpected end of data"),
        (b"a,b\n\xff,2\n", "utf-8"),
    ],
)
def test_a_malformed_file_is_an_error_that_names_file_and_reason(
    tmp_path, content, reason
):
    path = write(tmp_path, content)
    with pytest.raises(DataFileError) as caught:
        list(read_records(path, ["a", "b"]))
    assert str(path) in str(caught.value)
    assert reason in str(caught.value)


def test_a_missing_file_is_an_error_and_keeps_its_cause(tmp_path):
    with pytest.raises(DataFileError, match=r"missing\.csv") as caught:
        list(read_records(tmp_path / "missing.csv", ["a"]))
    assert isinstance(caught.value.__cause__, FileNotFoundError)
