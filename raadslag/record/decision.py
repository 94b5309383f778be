"""What a meeting decided on one item."""

from dataclasses import dataclass

from raadslag.record.words import Choice, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Those who voted one way: how many, which groups (ballot letters or names), which persons."""

    choice: Choice
    count: int | None = None
    groups: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """A dissent or reservation entered in the minutes (afvigende mening, forbehold; KSL § 13)."""

    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What somebody owes after the decision."""

    text: str
    who: str | None = None
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The words of the minutes, and what they came to."""

    text: str
    outcome: Outcome = Outcome.OTHER
    votes: tuple[Vote, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
