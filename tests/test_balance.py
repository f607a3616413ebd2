from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.balance import balanced


def test_no_word_stands_alone_on_the_last_line() -> None:
    text = "Det som hører samtalen til, kan bli der. Det praktiske tar fagsystemet."

    assert balanced(text, 64) == "Det som hører samtalen til, kan bli\nder. Det praktiske tar fagsystemet."


@pytest.mark.parametrize("width", [0, 1, 200])
def test_what_needs_no_breaking_stays(width: int) -> None:
    assert balanced("Takk.", width).replace("\n", "") == "Takk."


@given(st.text("ab .", max_size=80), st.integers(1, 40))
def test_words_keep_their_order_and_lines_their_width(text: str, width: int) -> None:
    lines = balanced(text, width).split("\n")

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= max(width, *map(len, text.split())) for line in lines if len(lines) > 1)
