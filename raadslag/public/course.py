"""How a case was treated, body by body (sagens forløb)."""

from raadslag.archive.models import PublishedItem
from raadslag.record import Stage


def course(case_number: str, here: str = "") -> list[PublishedItem]:
    """The case's treatments, the earliest first.

    Once a meeting's minutes are out they say what its agenda said, so the agenda is left out, unless its
    item is the page we are on (`here`, an address).
    """
    steps = list(PublishedItem.objects.of_case(case_number))
    minuted = {meeting_of(step) for step in steps if step.publication.stage == Stage.MINUTES}
    return [
        step
        for step in steps
        if step.publication.stage == Stage.MINUTES or meeting_of(step) not in minuted or step.address == here
    ]


def meeting_of(step: PublishedItem) -> tuple[int, str]:
    return step.publication.body_id, step.publication.occasion
