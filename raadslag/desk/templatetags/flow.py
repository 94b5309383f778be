"""What the pages of papers on their way say moves and states with."""

from datetime import datetime

from django import template
from django.utils import timezone

from raadslag.models.event_words import event_word
from raadslag.models.paper_moving import VERBS
from raadslag.public import words
from raadslag.rules.paper_states import Move, PaperState

register = template.Library()

LOOKS = {
    PaperState.RETURNED: "warning",
    PaperState.APPROVED: "success",
    PaperState.ON_AGENDA: "success",
    PaperState.DECIDED: "success",
}


@register.filter
def state_look(state: str) -> str:
    """How a badge shows the state; its words say it."""
    return LOOKS.get(PaperState(state), "quiet")


@register.filter
def done_word(move: str) -> str:
    """The move after the one who made it: "godkendte"."""
    return event_word(VERBS[Move(move)])


@register.filter
def local_day(at: datetime) -> str:
    """The day in Denmark."""
    return words.day(timezone.localtime(at).date())


@register.filter
def local_clock(at: datetime) -> str:
    """The time of day in Denmark."""
    return words.clock(timezone.localtime(at))
