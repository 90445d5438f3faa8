"""Files that ought not to be, each by what is wrong with it."""

import io
import struct
import zipfile
import zlib

import openpyxl
import xlsxwriter
from archives import change_part
from forms import write_docx, write_html, write_xls, write_xlsx

from parks.catalogue import read_any

APPENDIX = read_any("embedded").rows
HEADINGS = "序号,辖区,片区,核心产业园,产业方向,规划依据"
SHEET = "xl/worksheets/sheet1.xml"
DOCUMENT = "word/document.xml"
ROOT = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
LAUGHS = b"".join(
    b'<!ENTITY %s "%s">' % (bytes([98 + i]), b"&%s;" % bytes([97 + i]) * 10)
    for i in range(9)
)
BILLION_LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + LAUGHS + b"]>"
EXTERNAL_ENTITY = b'<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def table(*lines, headings=HEADINGS):
    return "\n".join((headings, *lines)).encode()


def sheet(*lines, dimension=None):
    """Write a workbook of one sheet; its size may be claimed falsely."""
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    file = io.BytesIO()
    book.save(file)
    if dimension is None:
        return file.getvalue()
    return change_part(
        file.getvalue(),
        SHEET,
        lambda body: body.replace(
            body[body.index(b'ref="') : body.index(b"/>", body.index(b'ref="'))],
            b'ref="%s"' % dimension,
        ),
    )


def shared_strings():
    """Write a workbook that keeps its texts apart, as Excel does."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["辖区", "园区"])
        page.write_row(1, 0, ["南山", "甲园"])
    return file.getvalue()


def with_entity(content, part, declaration, entity):
    """Declare an entity in a part and use it where text stands."""

    def edit(body):
        start = body.index(b"?>") + 2 if body.startswith(b"<?xml") else 0
        text = body[start:].replace("南山".encode(), b"&%s;" % entity, 1)
        return ROOT + declaration + text

    return change_part(content, part, edit)


def zip_bomb(part):
    """Pack a gigabyte of blanks as a part of an Office file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, b"<x/>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as bomb:
            for _ in range(1000):
                bomb.write(b" " * 1_000_000)
    return target.getvalue()


def lying_zip():
    """Pack a sheet whose size the archive states as some bytes."""
    content = bytearray(sheet(["片区", "园区"], *[["甲区", "甲园"]] * 2000))
    size = zipfile.ZipFile(io.BytesIO(content)).getinfo(SHEET).file_size
    return bytes(content).replace(struct.pack("<I", size), struct.pack("<I", 99))


def empty_rows():
    """Write a sheet of 1,048,576 rows of which all but one are empty."""
    rows = b"".join(b'<row r="%d"/>' % number for number in range(3, 1_048_577))
    return change_part(
        sheet(["片区", "园区"], ["甲区", "甲园"]),
        SHEET,
        lambda body: body.replace(b"</sheetData>", rows + b"</sheetData>"),
    )


def pdf_bomb():
    """Write a PDF whose page content unpacks to a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q " * 500_000) for _ in range(1000))
    packed += packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream"
        % (len(packed), packed),
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF" % (listed, len(content))
    )


PARK = "1,南山,甲片区,甲园,软件,"
REFUSED = {
    "nothing": lambda: b"",
    "blanks": lambda: b" \r\n\t\n",
    "a picture called a workbook": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
    "a text called a PDF": lambda: b"%PDF-1.7\n" + table(PARK),
    "a truncated document": lambda: write_docx(APPENDIX)[:9000],
    "a truncated workbook": lambda: write_xlsx(APPENDIX)[:4000],
    "a truncated old workbook": lambda: write_xls(APPENDIX)[:4000],
    "an encrypted workbook": lambda: (
        OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000
    ),
    "an old document": lambda: OLE + b"\0" * 5000,
    "a zip bomb": lambda: zip_bomb("xl/workbook.xml"),
    "a zip bomb of a document": lambda: zip_bomb(DOCUMENT),
    "a zip that lies about its size": lying_zip,
    "a PDF bomb": pdf_bomb,
    "billion laughs in a workbook": lambda: with_entity(
        write_xlsx(APPENDIX), "xl/worksheets/sheet2.xml", BILLION_LAUGHS, b"j"
    ),
    "an external entity in a workbook": lambda: with_entity(
        write_xlsx(APPENDIX), "xl/worksheets/sheet2.xml", EXTERNAL_ENTITY, b"j"
    ),
    "an external entity in shared strings": lambda: with_entity(
        shared_strings(),
        "xl/sharedStrings.xml",
        EXTERNAL_ENTITY,
        b"j",
    ),
    "a sheet of 100,002 rows": lambda: sheet(
        ["片区", "园区"], *[["甲区", "甲园"]] * 100_002
    ),
    "NUL bytes": lambda: table(PARK) + b"\n\0\0\0",
    "no table": "本区产业发展良好。\n明年将更好。".encode,
    "another table": "姓名,电话\n李,1234\n王,5678\n".encode,
    "headings alone of another table": "联系人,电话\n".encode,
    "an unclosed quotation mark": lambda: table('1,南山,甲片区,"甲园,软件,'),
    "a page nested without end": lambda: (
        b"<table><tr><th>\xe5\x9b\xad\xe5\x8c\xba<tr><td>" + b"<div>" * 200_000
    ),
    "billion laughs in a document": lambda: with_entity(
        write_docx(APPENDIX), DOCUMENT, BILLION_LAUGHS, b"j"
    ),
    "mixed encodings": lambda: table(PARK) + b"\n" + "2,福田,乙".encode("gb18030"),
}
"""Files that hold no table, or none that may be read."""

READ = {
    "an external entity in a document": lambda: with_entity(
        write_docx(APPENDIX), DOCUMENT, EXTERNAL_ENTITY, b"j"
    ),
    "a workbook called CSV": lambda: write_xlsx(APPENDIX),
    "spans of 100,000": (
        "<table><tr><th>片区<th>园区</tr><tr><td rowspan=100000>甲区"
        "<td colspan=100000>甲园</tr></table>"
    ).encode,
    "a sheet that claims 1,048,576 rows": lambda: sheet(
        ["片区", "园区"], ["甲区", "甲园"], dimension=b"A1:XFD1048576"
    ),
    "a sheet of 1,048,576 empty rows": empty_rows,
    "a cell of 5 MB": lambda: table("1,南山,甲片区,甲园," + "软件、" * 600_000 + ","),
    "a cell of 5 MB in a page": lambda: write_html(APPENDIX).replace(
        "人工智能".encode(), "人工智能、".encode() * 350_000, 1
    ),
    "a name of 5 MB": lambda: table("1,南山,甲片区," + "园" * 1_700_000 + ",软件,"),
    "10,000 parks in one row": lambda: table(
        "1,南山,甲片区," + "、".join(f"甲{n}园" for n in range(10_000)) + ",软件,"
    ),
    "GB18030": lambda: table(PARK).decode().encode("gb18030"),
    "Big5": lambda: (
        "序號,行政區,園區名稱,產業方向\n1,南山,科技園區,軟體與積體電路\n".encode("big5")
    ),
    "UTF-16": lambda: table(PARK).decode().encode("utf-16"),
    "headings twice": lambda: table(PARK + "甲,乙", headings=HEADINGS + ",园区,备注"),
    "missing headings": lambda: table("南山,甲园,,", headings="辖区,园区,,"),
    "formulas": lambda: table(
        """1,南山,=cmd|' /C calc'!A0,"=HYPERLINK(""http://evil.example"")",+1,@SUM(A1)"""
    ),
    "scripts": lambda: table(
        "1,<img src=x onerror=alert(1)>,${alert(1)},<script>x</script>,`x`,{{7*7}}"
    ),
    "two tables": lambda: table(PARK) + b"\n\n" + table("1,福田,乙片区,乙园,金融,"),
    "longitude and latitude swapped": lambda: table(
        "甲园,22.5,113.9", headings="园区,经度,纬度"
    ),
    "coordinates that are none": lambda: table(
        "甲园,nan,1e999", "乙园,九十,-", headings="园区,经度,纬度"
    ),
    "a district that does not exist": lambda: table("1,北山区,甲片区,甲园,软件,"),
    "a name that is a path": lambda: table("1,南山,../../etc/passwd,C:\\CON,软件,"),
    "a hundred columns of nothing": lambda: table(PARK + "," * 100),
    "odd characters": lambda: table("1,南山,\u202e甲\u200b片区,😀园\ufeff,软件,"),
}
"""Files that are read, with doubts where there are any."""
