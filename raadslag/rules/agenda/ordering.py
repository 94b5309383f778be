"""Two people who put the same agenda in order: the one's order, unless it would undo the other's."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def reordered(seen: Sequence[Key], wanted: Sequence[Key], current: Sequence[Key]) -> list[Key] | None:
    """The order when somebody who saw one order wants another, and meanwhile it has become a third.

    What came since stays after what it came after, and what is gone stays gone. None where the order of
    what both had was changed meanwhile, and not to what is wanted. Raises ValueError where what is wanted
    is not what was seen in another order.
    """
    if sorted(map(hash, seen)) != sorted(map(hash, wanted)) or set(seen) != set(wanted):
        raise ValueError("What is wanted has not the items that were seen.")
    both = set(seen) & set(current)
    here = [key for key in current if key in both]
    there = [key for key in wanted if key in both]
    if here != [key for key in seen if key in both] and here != there:
        return None
    return with_the_new(there, current, both)


def with_the_new(order: Sequence[Key], current: Sequence[Key], old: set[Key]) -> list[Key]:
    """The order, with each of the current ones that is not old after the one it comes after now."""
    after: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in current:
        if key in old:
            last = key
        else:
            after.setdefault(last, []).append(key)
    found = list(after.get(None, ()))
    for key in order:
        found += [key, *after.get(key, ())]
    return found
