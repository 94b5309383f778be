"""Text is kept as a person sees it on the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.reading.sources.repairs import SOFT_HYPHEN, clean


@pytest.mark.parametrize(
    ("found", "seen"),
    [
        ("Regionsr├ądet", "Regionsrådet"),
        ("Regionsr├Ñdet", "Regionsrådet"),
        ("BÃ¸rn og Unge", "Børn og Unge"),
        ("Ã…ben dagsorden", "Åben dagsorden"),
        ("Â§ 17, stk. 4 â€“ udvalg", "§ 17, stk. 4 – udvalg"),
        ("ﬁnansiering og ﬂytning", "finansiering og flytning"),
        ("A\u030aben", "Åben"),
        ("18.15\u00a0–\u200918.20", "18.15 – 18.20"),
        ("MSB\u2011sager", "MSB-sager"),
        ("\uf0b7 et punkt", "• et punkt"),
        ("\uf041 \ue123", "A \ufffd"),
        ("Punkt\x00 1\x1f", "Punkt 1"),
        ("på\u200b\ufeff", "på"),
    ],
)
def test_what_was_garbled_on_the_way_is_put_right(found, seen):
    assert clean(found) == seen


@pytest.mark.parametrize(
    "text", ["Françoise Ângelo", "Ærø – «Åben» § 17 … 100 €", "São Paulo", "Malmö, Führer"]
)
def test_what_only_looks_odd_is_left_alone(text):
    assert clean(text) == text


def test_a_soft_hyphen_stays_only_where_its_word_goes_on():
    assert clean(f"kri{SOFT_HYPHEN}minal") == "kriminal"
    assert clean(f"krimi{SOFT_HYPHEN} ") == f"krimi {SOFT_HYPHEN}"


@given(st.text())
def test_nothing_unprintable_is_left_and_nothing_changes_twice(text):
    once = clean(text)
    assert clean(once) == once
    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in once)
