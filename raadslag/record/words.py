"""The closed vocabularies of the meeting record. Danish names for them live with whoever prints them."""

from enum import StrEnum


class Stage(StrEnum):
    """What the record is a record of: the plan (dagsorden) or what happened (referat)."""

    AGENDA = "agenda"
    MINUTES = "minutes"


class Part(StrEnum):
    """Open to the public, or behind closed doors (KSL § 10)."""

    OPEN = "open"
    CLOSED = "closed"


class Kind(StrEnum):
    """Why an item is on the agenda."""

    DECISION = "decision"
    BRIEFING = "briefing"
    DISCUSSION = "discussion"
    STANDING = "standing"


class Outcome(StrEnum):
    """What a decision came to, whatever phrase the minutes use for it."""

    APPROVED = "approved"
    REJECTED = "rejected"
    NOTED = "noted"
    DISCUSSED = "discussed"
    NOT_DISCUSSED = "not_discussed"
    RECOMMENDED = "recommended"
    REFERRED = "referred"
    RETURNED = "returned"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    HALTED = "halted"
    OTHER = "other"


class Presence(StrEnum):
    """How a person took part in a meeting or an item."""

    PRESENT = "present"
    ABSENT = "absent"
    APOLOGY = "apology"
    SUBSTITUTE = "substitute"


class Choice(StrEnum):
    """Which way a vote was cast."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
