"""Clara types the beginning of a word."""

import pytest

from raadslag.search import Index
from tests.search.published import entry, index_of


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(
        tmp_path_factory.mktemp("suggest") / "index",
        entry(
            "/1",
            "Lokalplan for Åbyhavnen",
            "Lokalplanen, lokalråd og lokaler. Sag 25/26257, EMN-2025-003383.",
        ),
        entry("/2", "Cykelstier", "En lokalplan og et ønske."),
    )


def texts(index: Index, prefix: str) -> list[str]:
    return [found.text for found in index.suggest(prefix)]


def test_titles_come_first_with_their_address_then_words(index: Index) -> None:
    first, *words = index.suggest("lokalp")
    assert (first.text, first.address) == ("Lokalplan for Åbyhavnen", "/1")
    assert [(word.text, word.address) for word in words] == [("lokalplan", None), ("lokalplanen", None)]


def test_words_most_used_come_first(index: Index) -> None:
    assert texts(index, "lokal")[1] == "lokalplan"


def test_the_last_word_is_completed_and_the_others_kept(index: Index) -> None:
    assert "Et lokalplan" in texts(index, "Et lokalp")


def test_danish_letters_may_be_typed_without_a_danish_keyboard(index: Index) -> None:
    assert "åbyhavnen" in texts(index, "aaby")
    assert "ønske" in texts(index, "oens")


def test_case_numbers_are_completed(index: Index) -> None:
    assert "25/26257" in texts(index, "25/2")


def test_what_is_typed_keeps_its_capitals(index: Index) -> None:
    assert "EMN-2025-003383" in texts(index, "EMN-2025")
    assert "emn-2025-003383" in texts(index, "emn-2025")


@pytest.mark.parametrize("prefix", ["", " ", "l", "lokal ", '"', "((", "zzzz"])
def test_too_little_or_unknown_gives_nothing(index: Index, prefix: str) -> None:
    assert texts(index, prefix) == []
