"""The rule that moves items: "if three or more cases are referred, items 7 and 8 move to another meeting"."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule comes to."""

    OPEN = "open"  # it is not known yet
    FIRES = "fires"
    RESTS = "rests"  # too few were referred, whatever comes


def verdict(at_least: int, referred: int, undecided: int) -> Verdict:
    """What the rule comes to when so many cases were referred, and of so many it is not known yet.

    Raises ValueError for a rule that asks for none.
    """
    if at_least < 1:
        raise ValueError("A rule asks for at least one case.")
    if referred >= at_least:
        return Verdict.FIRES
    return Verdict.OPEN if referred + undecided >= at_least else Verdict.RESTS
