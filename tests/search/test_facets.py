"""Clara narrows a search, and sees what else she could have chosen."""

from datetime import date

import pytest

from raadslag.record import Kind, Outcome
from raadslag.search import Index, Level, Query
from tests.search.published import addresses, entry, index_of


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    noted, approved = Outcome.NOTED, Outcome.APPROVED
    return index_of(
        tmp_path_factory.mktemp("facets") / "index",
        entry("/1", "Skole", body="Byrådet", outcome=approved, on=date(2025, 1, 1)),
        entry("/2", "Skole", body="Byrådet", outcome=noted, on=date(2024, 1, 1)),
        entry(
            "/3", "Skole", body="Kulturudvalget", outcome=noted, level=Level.ATTACHMENT, on=date(2024, 2, 1)
        ),
        entry("/4", "Havn", body="Ældrerådet", outcome=noted, on=date(2023, 1, 1), kind=Kind.BRIEFING),
    )


def counts(index: Index, facet: str, **choices: object) -> dict[str, int]:
    result = index.search(Query(**choices))  # type: ignore[arg-type]
    return {found.value: found.count for found in result.facets[facet]}


def test_every_facet_is_counted(index: Index) -> None:
    assert counts(index, "body") == {"byraadet": 2, "aeldreraadet": 1, "kulturudvalget": 1}
    assert list(counts(index, "year")) == ["2025", "2024", "2023"]
    assert counts(index, "level") == {"item": 3, "attachment": 1}
    assert counts(index, "kind") == {"decision": 3, "briefing": 1}
    assert counts(index, "outcome", text="skole") == {"noted": 2, "approved": 1}


def test_a_choice_narrows(index: Index) -> None:
    assert addresses(index, body=("byraadet",)) == ["/1", "/2"]
    assert addresses(index, year=(2024,), level=("item",)) == ["/2"]
    assert set(addresses(index, "skole", outcome=("noted",))) == {"/2", "/3"}


def test_choices_in_one_facet_are_alternatives(index: Index) -> None:
    assert addresses(index, body=("byraadet", "aeldreraadet")) == ["/1", "/2", "/4"]


def test_a_chosen_facet_keeps_its_alternatives_in_view(index: Index) -> None:
    result = index.search(Query(body=("byraadet",)))
    shown = [(found.value, found.count, found.chosen) for found in result.facets["body"]]
    assert shown == [("byraadet", 2, True), ("aeldreraadet", 1, False), ("kulturudvalget", 1, False)]
    assert counts(index, "outcome", body=("byraadet",)) == {"approved": 1, "noted": 1}


def test_choices_in_other_facets_do_narrow_the_alternatives(index: Index) -> None:
    assert counts(index, "body", body=("byraadet",), year=(2024,)) == {"byraadet": 1, "kulturudvalget": 1}


def test_a_choice_that_finds_nothing_is_still_there_to_undo(index: Index) -> None:
    assert counts(index, "body", body=("nedlagt",))["nedlagt"] == 0
    assert addresses(index, body=("nedlagt",)) == []


def test_counts_and_total_are_exact_over_many(tmp_path_factory: pytest.TempPathFactory) -> None:
    many = [entry(f"/{number}", "Skole", on=date(1900 + number % 120, 1, 1)) for number in range(600)]
    index = index_of(tmp_path_factory.mktemp("many") / "index", *many)
    result = index.search(Query(text="skole"))
    assert result.total == 600
    assert [found.count for found in result.facets["year"]] == [5] * 120
