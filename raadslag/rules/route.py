"""Whose turn it is on a route: the bodies in the order in which they treat a case."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Step(Protocol):
    """A body's turn: whether it has come, and whether it is over."""

    @property
    def is_reached(self) -> bool: ...
    @property
    def is_done(self) -> bool: ...


AnyStep = TypeVar("AnyStep", bound=Step)


def turn(steps: Sequence[AnyStep]) -> AnyStep | None:
    """The step whose turn it is: the first that is reached and not done, else the last that is reached.
    None before the route has begun."""
    reached = [step for step in steps if step.is_reached]
    return next((step for step in reached if not step.is_done), reached[-1] if reached else None)


def following(steps: Sequence[AnyStep], step: AnyStep) -> AnyStep | None:
    """The step after that one which is still to be taken; None at the route's end."""
    place = next(at for at, each in enumerate(steps) if each is step)
    return next((each for each in steps[place + 1 :] if not each.is_done), None)
