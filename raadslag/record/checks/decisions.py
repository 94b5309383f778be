"""What the minutes say was decided."""

from collections.abc import Iterator
from itertools import pairwise

from raadslag.record.checks.naming import capital, name_of
from raadslag.record.checks.phrases import is_standing, specific_sentences
from raadslag.record.meeting import MeetingRecord
from raadslag.record.words import Part, Stage


def decision_in_agenda(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    if record.stage is Stage.AGENDA:
        for at, item in enumerate(record.items):
            if item.decision is not None:
                name = capital(name_of(item))
                yield f"items[{at}].decision", f"{name} har en beslutning, men dette er en dagsorden."


def decision_without_text(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for at, item in enumerate(record.items):
        if item.decision is not None and not any(map(str.isalnum, item.decision.text)):
            yield f"items[{at}].decision.text", f"Beslutningen for {name_of(item)} har ingen tekst."


def item_without_decision(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """In minutes, where an item is neither closed nor of every meeting; one finding if no item has one."""
    if record.stage is not Stage.MINUTES or not record.items:
        return
    if all(item.decision is None for item in record.items):
        yield "items", "Ingen af punkterne har en beslutning, men dette er et referat."
        return
    for at, item in enumerate(record.items):
        if item.decision is None and item.part is Part.OPEN and not is_standing(item):
            yield f"items[{at}].decision", f"{capital(name_of(item))} har ingen beslutning."


def decision_copied(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """A sentence of its own that stands word for word at the item before as well."""
    for (_, before), (at, item) in pairwise(enumerate(record.items)):
        if before.decision is None or item.decision is None:
            continue
        earlier = {
            " ".join(sentence.casefold().split()) for sentence in specific_sentences(before.decision.text)
        }
        for sentence in specific_sentences(item.decision.text):
            if " ".join(sentence.casefold().split()) in earlier:
                yield (
                    f"items[{at}].decision.text",
                    f"Beslutningen for {name_of(item)} gentager ordret {name_of(before)}: »{sentence}«",
                )
