"""Made-up entries for the search tests."""

from datetime import date
from pathlib import Path

from raadslag.record import Kind, Outcome, Stage
from raadslag.search import Entry, Index, Level, Query

SLUGS = {"Byrådet": "byraadet", "Kulturudvalget": "kulturudvalget", "Ældrerådet": "aeldreraadet"}


def entry(
    address: str,
    title: str,
    text: str = "",
    *,
    publication_id: int = 1,
    level: Level = Level.ITEM,
    body: str = "Byrådet",
    on: date = date(2025, 8, 27),
    kind: Kind | None = Kind.DECISION,
    outcome: Outcome | None = None,
    case_number: str | None = None,
) -> Entry:
    return Entry(
        publication_id=publication_id,
        address=address,
        level=level,
        title=title,
        text=text,
        body=body,
        body_slug=SLUGS[body],
        date=on,
        stage=Stage.MINUTES,
        kind=kind,
        outcome=outcome,
        case_number=case_number,
    )


def index_of(folder: Path, *entries: Entry) -> Index:
    """An index in which each entry is a publication of its own."""
    index = Index.create(folder)
    for number, one in enumerate(entries):
        index.replace(number, [one])
    index.commit()
    return index


def addresses(index: Index, text: str = "", **choices: object) -> list[str]:
    """The addresses that a search gives, in order."""
    return [hit.address for hit in index.search(Query(text=text, **choices)).hits]  # type: ignore[arg-type]
