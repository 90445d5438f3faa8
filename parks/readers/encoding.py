"""From bytes to text, whatever encoding a Chinese office saved it in."""

import codecs
from typing import Final

from charset_normalizer import from_bytes

from parks.errors import EmptyFileError, NotATextError
from parks.readers.raw import Repair

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 20_000
# Lead bytes of punctuation and of the characters in daily use, in either standard.
_GB_DAILY: Final = frozenset(range(0xA1, 0xAA)) | frozenset(range(0xB0, 0xD8))
_BIG5_DAILY: Final = frozenset(range(0xA1, 0xC7))
_FIRST_TRAIL_OF_GB2312: Final = 0xA1
# A file cut off within a character, or with a few bytes lost, is still UTF-8.
_MOST_DAMAGE: Final = 0.002
_CLEARLY: Final = 3
# Word's manual line break, a page break and Unicode's own, as one line feed.
_BREAKS: Final = {ord(mark): "\n" for mark in "\v\f\u0085\u2028\u2029"}


def decode(source: bytes, name: str) -> tuple[str, tuple[Repair, ...]]:
    """
    Turn a file's bytes into text with line feeds as its only line breaks.

    Parameters
    ----------
    source
        The whole file.
    name
        What the user calls it, for the errors.

    Returns
    -------
    tuple of str and tuple of Repair
        The text without byte order mark, and that its encoding was guessed where
        it is not UTF-8.

    Raises
    ------
    EmptyFileError
        If there is nothing but blanks.
    NotATextError
        If the bytes are text in no encoding known.
    """
    text, repairs = _decoded(source, name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_BREAKS)
    if not text.strip():
        raise EmptyFileError(name=name)
    if "\0" in text:
        raise NotATextError(name=name)
    return text, repairs


def _decoded(source: bytes, name: str) -> tuple[str, tuple[Repair, ...]]:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _decode_marked(source, encoding, name)
    if b"\0" in source:
        return _decode_wide(source, name)
    text = _try(source, "utf-8")
    return (text, ()) if text is not None else _guess(source, name)


def _decode_wide(source: bytes, name: str) -> tuple[str, tuple[Repair, ...]]:
    """Read UTF-16 that lacks its mark: of ASCII every second byte is zero."""
    zeros = {"utf-16-be": source[::2].count(0), "utf-16-le": source[1::2].count(0)}
    encoding = max(zeros, key=lambda code: zeros[code])
    # Few characters of Chinese have a zero as their lower byte, such as 一.
    is_clear = zeros[encoding] > _CLEARLY * (sum(zeros.values()) - zeros[encoding])
    text = _try(source, encoding) if is_clear else None
    if text is None or "\0" in text or not _is_printable(text):
        raise NotATextError(name=name)
    return _checked(text, name), _guessed(encoding[:6])


def _is_printable(text: str) -> bool:
    return all(line.isprintable() for line in "".join(text.split()).splitlines())


def _decode_marked(
    source: bytes, encoding: str, name: str
) -> tuple[str, tuple[Repair, ...]]:
    text = _try(source, encoding)
    if text is None:
        raise NotATextError(name=name)
    return text, () if encoding == "utf-8" else _guessed(encoding[:6])


def _guess(source: bytes, name: str) -> tuple[str, tuple[Repair, ...]]:
    damaged = source.decode("utf-8", "replace")
    losses = damaged.count("\ufffd")
    if losses <= 1 + _MOST_DAMAGE * len(damaged) and not damaged.isascii():
        is_mostly_text = losses * 10 < sum(not char.isascii() for char in damaged)
        if is_mostly_text:
            return damaged, (Repair("encoding-damaged", found=str(losses)),)
    candidates = {code: _try(source, code) for code in ("gb18030", "big5")}
    readable = {code: text for code, text in candidates.items() if text is not None}
    if readable:
        best = max(readable, key=lambda code: _daily_share(readable[code], code))
        return _checked(readable[best], name), _guessed(best)
    match = from_bytes(source).best()
    if match is None:
        raise NotATextError(name=name)
    return _checked(str(match), name), _guessed(match.encoding)


def _checked(text: str, name: str) -> str:
    """Refuse what decodes by chance: real text holds no control characters."""
    if any(ord(char) < ord(" ") and char not in "\t\n\r\v\f\x1a" for char in text):
        raise NotATextError(name=name)
    return text


def _guessed(encoding: str) -> tuple[Repair, ...]:
    return (Repair("encoding-guessed", used=encoding.upper().replace("_", "-")),)


def _try(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return None


def _daily_share(text: str, encoding: str) -> float:
    """Say which share of the Chinese is in daily use, were `encoding` right."""
    chars = [char for char in text[:_SAMPLE] if not char.isascii()]
    codes = [char.encode(encoding, "replace") for char in chars]
    if encoding == "big5":
        daily = sum(code[0] in _BIG5_DAILY for code in codes)
    else:
        daily = sum(
            code[0] in _GB_DAILY and code[1] >= _FIRST_TRAIL_OF_GB2312 for code in codes
        )
    # In doubt it is the mainland's own standard.
    return daily / max(len(chars), 1) + (0.001 if encoding == "gb18030" else 0)
