"""What a PDF wants to do by itself or at a click: told apart by whether it stays within the document."""

from collections import Counter
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, String

from raadslag.conversion.finding import What
from raadslag.writing.packs.cleaning import is_harmless

PAGE_TURNS = frozenset({Name.NextPage, Name.PrevPage, Name.FirstPage, Name.LastPage})
MOST_IN_A_ROW = 100


def safe_action(action: Object | None, found: Counter[What]) -> Dictionary | None:
    """The action without what is to follow it, where it only goes somewhere. All others are counted."""
    count_action(action, found)
    if not isinstance(action, Dictionary) or not _is_safe(action):
        return None
    kind = action.S
    if kind == Name.URI:
        return Dictionary(S=Name.URI, URI=String(str(action.URI)))
    if kind == Name.GoTo and Name.D in action:
        return Dictionary(S=Name.GoTo, D=action.D)
    if kind == Name.Named and action.get(Name.N) in PAGE_TURNS:
        return Dictionary(S=Name.Named, N=action.N)
    return None


def count_action(action: Object | None, found: Counter[What]) -> None:
    """Count the action, and those that follow it, where they do more than go somewhere."""
    for each in _chain(action):
        if each.get(Name.S) == Name.JavaScript or Name.JS in each:
            found[What.SCRIPT] += 1
        elif not _is_safe(each):
            found[What.ACTION] += 1


def count_triggers(holder: Object, found: Counter[What]) -> None:
    """Count what is to happen by itself when the holder is opened, closed, printed …"""
    triggers = holder.get(Name.AA)
    if isinstance(triggers, Dictionary):
        for _, action in triggers.items():
            count_action(action, found)


def _is_safe(action: Object) -> bool:
    return isinstance(action.get(Name.S), Name) and is_harmless(action)


def _chain(action: Object | None) -> Iterator[Object]:
    """The action and those that follow it."""
    waiting = [action]
    for _ in range(MOST_IN_A_ROW):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, Dictionary):
            yield each
            following = each.get(Name.Next)
            waiting += list(following) if isinstance(following, Array) else [following]
