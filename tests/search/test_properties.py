"""What must hold for any words at all."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wordfreq import get_frequency_dict

from raadslag.record import Stage
from raadslag.search import Entry, Index, Level, Order, Query
from raadslag.search.danish import fold, term
from raadslag.search.excerpts import Marker
from raadslag.search.matching import Match
from raadslag.search.tokens import chunks, tokens
from tests.search.published import addresses, entry, index_of

BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
COMMON = sorted(word for word in get_frequency_dict("da") if word.isalpha() and len(word) > 2)
words = st.sampled_from(COMMON)
compounds = st.tuples(words, st.sampled_from(["", "s", "e"]), words).map("".join)
cases = st.sampled_from([str.lower, str.upper, str.title])
signs = st.sampled_from(['"', "-", "(", "EMN-2025-1", "😀"])
typed = st.text(max_size=60) | st.lists(words | signs).map(" ".join)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    place = tmp_path_factory.mktemp("any") / "index"
    return index_of(place, entry("/0", "Skoler", "Taget til efterretning."))


@BOUNDED
@given(found=st.lists(words | compounds, min_size=1, max_size=8), case=cases)
def test_a_word_indexed_finds_its_entry_until_it_is_removed(
    index: Index, found: list[str], case: Callable[[str], str]
) -> None:
    index.replace(9, [entry("/9", "Titel", " ".join(map(case, found)))])
    index.commit()
    for word in found:
        assert "/9" in addresses(index, f"{word} titel"), word
    assert "/9" in addresses(index, f'"{" ".join(found)}"')
    index.remove(9)
    index.commit()
    assert all("/9" not in addresses(index, word) for word in found)


@settings(BOUNDED, max_examples=400)
@given(text=typed, page=st.integers(), size=st.integers(-5, 200), order=st.sampled_from(Order))
def test_nothing_that_can_be_asked_raises(
    index: Index, text: str, page: int, size: int, order: Order
) -> None:
    index.search(Query(text=text, page=page, page_size=size, order=order))
    index.suggest(text)


@settings(BOUNDED, max_examples=300)
@given(text=st.text(max_size=300))
def test_tokens_stand_where_they_say_and_segments_are_the_text(text: str) -> None:
    found = list(tokens(text))
    assert [token.form for token in found] == [token.form for chunk in chunks(text) for token in chunk]
    assert all(0 <= one.end <= other.start for one, other in pairwise(found))
    terms = frozenset(token.term.first for token in found[::2])
    marked = Marker(Match(query=None, terms=terms)).marked(text)  # type: ignore[arg-type]
    assert "".join(segment.text for segment in marked) == text


@settings(BOUNDED, max_examples=300)
@given(word=words | compounds | st.text(min_size=1, max_size=30))
def test_terms_are_folded_and_never_empty_of_readings(word: str) -> None:
    found = term(word)
    assert found.lemmas
    assert all(fold(one) == one for one in found.lemmas + found.parts)
    assert len(set(found.lemmas + found.parts)) == len(found.lemmas + found.parts)


@BOUNDED
@given(text=st.text(max_size=400), title=st.text(max_size=40))
def test_any_text_can_be_indexed_and_shown(index: Index, text: str, title: str) -> None:
    one = Entry(
        publication_id=8, address="/8", level=Level.ITEM, title=title, text=text, body="Byrådet",
        body_slug="byraadet", date=date(2030, 1, 1), stage=Stage.AGENDA,
    )  # fmt: skip
    index.replace(8, [one])
    index.commit()
    (hit, *_) = index.search(Query(order=Order.NEWEST)).hits
    assert hit.address == "/8"
    assert "".join(segment.text for segment in hit.title) == title


def test_half_a_character_is_no_trouble(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index", entry("/halv", "Halv", "skole \ud83d her"))
    assert addresses(index, "skole") == ["/halv"]


def test_a_million_letters_without_a_space_are_no_trouble(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index", entry("/lang", "Lang", "x" * 1_000_000 + " skole"))
    assert addresses(index, "skole") == ["/lang"]
