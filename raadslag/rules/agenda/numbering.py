"""The numbers of an agenda's items: made from their order, the open part first, and frozen once sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raadslag.record import Part


@dataclass(frozen=True, slots=True)
class Numbered:
    """What an item's number hangs on. `frozen` is the number that it was sent with, None before that."""

    part: Part
    stands: bool = True
    frozen: int | None = None


def in_agenda_order(items: Sequence[Numbered]) -> list[int]:
    """The items' places in the order in which they are printed: those that were sent as they were sent, then
    the new ones; among the new the open part comes before the closed, each in its given order."""

    def position(place: int) -> tuple[bool, int, bool]:
        item = items[place]
        return item.frozen is None, item.frozen or 0, item.part == Part.CLOSED

    return sorted(range(len(items)), key=position)


def numbers(items: Sequence[Numbered]) -> list[int | None]:
    """Each item's number, from 1; None for one that does not stand and was never sent.

    A number that was sent is never another item's, and new items go on after the highest.
    """
    given: list[int | None] = [item.frozen for item in items]
    next_number = 1 + max(_known(given), default=0)
    for place in in_agenda_order(items):
        if given[place] is None and items[place].stands:
            given[place] = next_number
            next_number += 1
    return given


def _known(given: Iterable[int | None]) -> Iterable[int]:
    return (number for number in given if number is not None)
