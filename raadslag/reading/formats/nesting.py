"""Which meeting each item belongs to, where a whole earlier meeting stands inside an item with no heading.

The numbers tell: an inner meeting starts them again, and the outer one goes on where it left off. The
cheapest account of all the numbers together wins, so that one odd number does not upset the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH = 64
DEEPEST = 4

RESTART = 1.0
RESTART_ELSEWHERE = 3.0
DEEPER = 0.4
GAP = 2.0
REPEAT = 3.0
AMBIGUOUS = 0.6
INSIDE_A_PAGE = 1.5


class Mark(NamedTuple):
    """One item heading: its number, whether it opens a page (None where pages are unknown), and whether
    its title says that it is about minutes."""

    number: int
    opens_page: bool | None = None
    about_minutes: bool = False


class Place(NamedTuple):
    """Where a heading stands: how deep, and whether a meeting starts with it."""

    depth: int
    starts_meeting: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One way to read the numbers so far: the last mark at each depth, what it costs, and the places."""

    cost: float
    open: tuple[Mark, ...]
    places: tuple[Place, ...]

    def ways(self, mark: Mark) -> list["Account"]:
        """Every way to go on with one more heading."""
        if not self.open:
            return [self._with(0.0, (), mark, starts=True)]
        found = [way for depth in range(len(self.open)) if (way := self._goes_on(depth, mark))]
        if len(self.open) < DEEPEST:
            found.append(self._starts_inside(mark))
        if len(self.open) > 1:
            found.append(self._starts_beside(mark))
        return found

    def _goes_on(self, depth: int, mark: Mark) -> "Account | None":
        """The next item of the meeting at a depth; the meetings inside it end."""
        step = mark.number - self.open[depth].number
        if step < 0:
            return None
        cost = REPEAT if step == 0 else 0.0 if step == 1 else GAP + 0.1 * step
        leaves = depth < len(self.open) - 1
        if leaves and mark.opens_page is False:
            cost += INSIDE_A_PAGE
        if not leaves and mark.opens_page is not False and self._fits_further_out(mark):
            cost += AMBIGUOUS
        return self._with(cost, self.open[:depth], mark, starts=False)

    def _fits_further_out(self, mark: Mark) -> bool:
        return any(outer.number + 1 == mark.number for outer in self.open[:-1])

    def _starts_inside(self, mark: Mark) -> "Account":
        deeper = 0.0 if self.open[-1].about_minutes else DEEPER * len(self.open)
        return self._with(_start(mark) + deeper, self.open, mark, starts=True)

    def _starts_beside(self, mark: Mark) -> "Account":
        """Another meeting in the same item as the one that ends here."""
        return self._with(_start(mark) + DEEPER / 2, self.open[:-1], mark, starts=True)

    def _with(self, cost: float, outer: tuple[Mark, ...], mark: Mark, *, starts: bool) -> "Account":
        place = Place(len(outer), starts)
        return Account(self.cost + cost, (*outer, mark), (*self.places, place))


def places(marks: Sequence[Mark]) -> tuple[Place, ...]:
    """The place of every heading, from the numbers alone."""
    accounts = [Account(0.0, (), ())]
    for mark in marks:
        ways = sorted((way for account in accounts for way in account.ways(mark)), key=lambda way: way.cost)
        cheapest: dict[tuple[Mark, ...], Account] = {}
        for way in ways:
            cheapest.setdefault(way.open, way)
        accounts = list(cheapest.values())[:WIDTH]
    return accounts[0].places


def _start(mark: Mark) -> float:
    cost = RESTART if mark.number == 1 else RESTART_ELSEWHERE
    return cost + (INSIDE_A_PAGE / 2 if mark.opens_page is False else 0.0)
