"""Whether an item stands on its agenda."""

from enum import StrEnum


class ItemState(StrEnum):
    """What became of an item. One that is not sent yet and does not stand is not on the agenda at all; one
    that is sent keeps its number, and says what became of it."""

    STANDS = "stands"
    LAPSED = "lapsed"  # what it stood on the condition of did not come, or it was taken off
    MOVED = "moved"  # to another meeting, where it is an item of its own
