"""Zips without a clock."""

import io
import zipfile

from parks.exports.zipped import pack_zip

FILES = {
    "parks/南山.geojson": "园区".encode(),
    "README.txt": b"",
    "a.csv": b"1\r\n" * 9,
}


def test_files_come_back_in_order_with_their_names():
    with zipfile.ZipFile(io.BytesIO(pack_zip(FILES))) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == list(FILES)
        assert {name: packed.read(name) for name in FILES} == FILES


def test_no_entry_knows_when_or_where_it_was_made():
    with zipfile.ZipFile(io.BytesIO(pack_zip(FILES))) as packed:
        for entry in packed.infolist():
            assert entry.date_time == (2020, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
    assert pack_zip(FILES) == pack_zip(dict(FILES))
