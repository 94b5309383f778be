"""Case numbers (sagsnumre)."""

from collections.abc import Iterator

from raadslag.record.checks.naming import name_of
from raadslag.record.checks.phrases import is_standing
from raadslag.record.meeting import Item, MeetingRecord


def case_twice(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """Standing items often share one case for the whole year; they are not counted."""
    seen: dict[str, Item] = {}
    for at, item in enumerate(record.items):
        if item.case_number is None or is_standing(item):
            continue
        if item.case_number in seen:
            first = name_of(seen[item.case_number])
            yield (
                f"items[{at}].case_number",
                f"{name_of(item).capitalize()} har samme sagsnummer som {first}.",
            )
        seen.setdefault(item.case_number, item)
