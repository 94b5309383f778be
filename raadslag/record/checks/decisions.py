"""What the minutes say was decided."""

from collections import Counter
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
    """A sentence of its own that stands word for word at the item before as well.

    What stands at three items or more is no slip but the body's own standing phrase.
    """
    said = [specific_sentences(item.decision.text) if item.decision else [] for item in record.items]
    times = Counter(key for sentences in said for key in set(map(folded, sentences)))
    for at, (earlier, sentences) in enumerate(pairwise(said), start=1):
        before, item = record.items[at - 1], record.items[at]
        for sentence in sentences:
            if folded(sentence) in map(folded, earlier) and times[folded(sentence)] == 2:
                copied = f"Beslutningen for {name_of(item)} gentager ordret {name_of(before)}: »{sentence}«"
                yield f"items[{at}].decision.text", copied


def folded(sentence: str) -> str:
    """The sentence without what does not count as a difference."""
    return " ".join(sentence.casefold().split())
