"""The gold list: which words must find which texts, and which must not. Asked of a real index."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from raadslag.record import Stage
from raadslag.search import Entry, Index, Level, Query

GOLD = Path(__file__).with_name("gold.tsv")


def gold_lines() -> Iterator[tuple[str, str, bool]]:
    for line in GOLD.read_text().splitlines():
        if line and not line.startswith("#"):
            query, text, answer = line.split("\t")[:3]
            assert answer in {"yes", "no"}, line
            yield query, text, answer == "yes"


LINES = list(gold_lines())


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Each query of the list, with the texts that it finds among all texts of the list."""
    index = Index.create(tmp_path_factory.mktemp("gold") / "index")
    for number, text in enumerate(sorted({text for _, text, _ in LINES})):
        index.replace(number, [entry(number, text)])
    index.commit()
    return {query: texts_found(index, query) for query, _, _ in LINES}


def entry(number: int, text: str) -> Entry:
    return Entry(
        publication_id=number,
        address=text,
        level=Level.ITEM,
        title="Punkt",
        text=text,
        body="Byrådet",
        body_slug="byraadet",
        date=date(2025, 8, 27),
        stage=Stage.MINUTES,
    )


def texts_found(index: Index, query: str) -> set[str]:
    pages = range(1, index.search(Query(text=query, page_size=100)).pages + 1)
    return {
        hit.address
        for page in pages
        for hit in index.search(Query(text=query, page=page, page_size=100)).hits
    }


def test_every_line_of_the_gold_list_holds(found: dict[str, set[str]]) -> None:
    wrong = [
        f"{query!r} {'must find' if must else 'must not find'} {text!r}"
        for query, text, must in LINES
        if (text in found[query]) is not must
    ]
    assert not wrong, f"{len(wrong)} of {len(LINES)} lines fail:\n" + "\n".join(wrong)


def test_the_gold_list_is_long_enough() -> None:
    assert len(LINES) >= 260
    assert sum(not must for _, _, must in LINES) >= 80
