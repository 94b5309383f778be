"""The agenda check's remarks as a page shows them: each with the place where it is put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadslag.models import Meeting
from raadslag.publishing.agenda.reading import Sight
from raadslag.publishing.agenda.remark import Remark, Where


@dataclass(frozen=True)
class ShownRemark:
    """A remark, and the address and name of the page that puts it right."""

    sentence: str
    is_stopping: bool
    address: str
    place: str


@dataclass(frozen=True)
class ShownRemarks:
    """The remarks that the person may see. `hidden` says how many there are on what they may not."""

    stopping: tuple[ShownRemark, ...]
    others: tuple[ShownRemark, ...]
    hidden: str = ""
    is_stopped: bool = False


def shown_remarks(remarks: Iterable[Remark], meeting: Meeting, sight: Sight) -> ShownRemarks:
    """The remarks for one with that sight."""
    listed = list(remarks)
    may_see = [each for each in listed if is_for(each, sight)]
    shown = [shown_remark(each, meeting) for each in may_see]
    count = len(listed) - len(may_see)
    hidden = ngettext(
        "%(count)d ting gælder et punkt, du ikke kan se. Bed en anden sekretær om at se på det.",
        "%(count)d ting gælder punkter, du ikke kan se. Bed en anden sekretær om at se på dem.",
        count,
    )
    return ShownRemarks(
        stopping=tuple(each for each in shown if each.is_stopping),
        others=tuple(each for each in shown if not each.is_stopping),
        hidden=hidden % {"count": count} if count else "",
        is_stopped=any(each.is_stopping for each in listed),
    )


def is_for(remark: Remark, sight: Sight) -> bool:
    """Whether the person may see what the remark is about."""
    if remark.attachment is not None and str(remark.attachment.key) not in sight.attachments:
        return False
    return remark.item is None or str(remark.item.key) in sight.items


def shown_remark(remark: Remark, meeting: Meeting) -> ShownRemark:
    address, place = where(remark, meeting)
    return ShownRemark(remark.sentence, remark.is_stopping, address, place)


def where(remark: Remark, meeting: Meeting) -> tuple[str, str]:
    """The page that puts it right, and what the link to it says."""
    if remark.attachment is not None:
        return reverse("desk:attachment", args=[remark.attachment.key]), _("Gå til bilaget")
    if remark.item is not None:
        return reverse("desk:item", args=[remark.item.key]), _("Gå til punktet")
    if remark.finding is not None:
        return reverse("desk:agenda-waivers", args=[meeting.key]), _("Se, hvad kontrollen fandt")
    pages = {
        Where.AGENDA: ("desk:agenda", _("Gå til dagsordenen")),
        Where.TRANSFERS: ("desk:agenda", _("Gå til dagsordenen")),
        Where.MEETING: ("desk:meeting", _("Gå til mødet")),
        Where.REVIEW: ("desk:agenda-review", _("Gå til bemærkningerne")),
    }
    page, words = pages[remark.where]
    return reverse(page, args=[meeting.key]), words
