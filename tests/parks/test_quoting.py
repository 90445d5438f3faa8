"""Quotations show the words that matter, and say what they leave out."""

from hypothesis import given
from hypothesis import strategies as st

from parks.model import Evidence, Role
from parks.quoting import AROUND, LONGEST_WHOLE, MOST_WORDS, Piece, quote_evidence


def word(direction, start, end, role=Role.FOCUS):
    return Evidence(direction[start:end], start, end, role)


def test_a_short_direction_is_quoted_whole():
    direction = "重点发展人工智能产业。"
    quotation = quote_evidence(direction, [word(direction, 4, 8)])
    assert quotation.pieces == (
        Piece("重点发展"),
        Piece("人工智能", Role.FOCUS),
        Piece("产业。"),
    )
    assert not quotation.goes_on


def test_a_long_direction_is_quoted_around_its_words():
    direction = "甲" * 300 + "软件" + "乙" * 300
    quotation = quote_evidence(direction, [word(direction, 300, 302, Role.MENTION)])
    assert quotation.pieces == (
        Piece("甲" * AROUND, None, is_after_gap=True),
        Piece("软件", Role.MENTION),
        Piece("乙" * AROUND),
    )
    assert quotation.goes_on


def test_words_that_stand_close_share_a_passage():
    direction = "甲" * 300 + "软件" + "乙" * 50 + "软件" + "丙" * 300
    words = [word(direction, 300, 302), word(direction, 352, 354)]
    pieces = quote_evidence(direction, words).pieces
    assert [piece.is_after_gap for piece in pieces] == [True, *[False] * 4]


def test_of_hundreds_of_words_the_first_are_quoted():
    direction = "软件，" * 1000
    words = [word(direction, at, at + 2) for at in range(0, len(direction), 3)]
    quotation = quote_evidence(direction, words)
    marked = [piece for piece in quotation.pieces if piece.role]
    assert len(marked) == MOST_WORDS
    assert quotation.goes_on


@given(st.data())
def test_every_piece_is_the_direction_s_own_and_every_word_is_marked_once(data):
    direction = data.draw(st.text("甲乙丙，\n", max_size=3 * LONGEST_WHOLE))
    edges = data.draw(
        st.lists(st.integers(0, len(direction)), unique=True, max_size=2 * MOST_WORDS)
    )
    edges = sorted(edges)[: len(edges) // 2 * 2]
    words = [
        word(direction, start, end)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    quotation = quote_evidence(direction, words)
    marked = [piece.text for piece in quotation.pieces if piece.role]
    assert marked == [each.text for each in words]
    at = 0
    for piece in quotation.pieces:
        found = direction.index(piece.text, at)
        assert found == at or piece.is_after_gap
        at = found + len(piece.text)
    if len(direction) <= LONGEST_WHOLE:
        assert "".join(piece.text for piece in quotation.pieces) == direction
