"""What the desk knows that may be wrong with an agenda, each with where to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadslag.models import AgendaComment, AgendaRule, Attachment, FileState, Item, ItemGuest, Transfer
from raadslag.models.agenda.conditions import sentence_of, verdict_of
from raadslag.models.municipality import house_practice
from raadslag.models.paper_lateness import OURS
from raadslag.models.words import DEADLINES
from raadslag.publishing.agenda.brought import brought
from raadslag.publishing.agenda.composing import takes_attachments_of_meeting
from raadslag.publishing.agenda.items import public_title_of
from raadslag.publishing.agenda.remark import Remark, Where
from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.agenda.referral_rule import Verdict
from raadslag.rules.deadlines import Force

if TYPE_CHECKING:
    from raadslag.publishing.agenda.check import Checked


def attachments_not_ready(checked: Checked) -> Iterator[Remark]:
    """Attachments that are being converted, could not be, or have no file."""
    owners = {key: item for item, place in pairs(checked) for key in place if key}
    for attachment in Attachment.objects.blocking(checked.meeting):
        item = owners.get(str(attachment.key))
        if item is None:
            continue
        file = attachment.file
        said = {"title": attachment.title, "item": named(checked, item)}
        if file is None or file.state == FileState.FAILED:
            sentence = _(
                "Bilaget »%(title)s« til %(item)s kunne ikke omdannes."
                " Prøv igen, erstat det, eller udelad det med en grund."
            )
        else:
            sentence = _("Bilaget »%(title)s« til %(item)s er ikke omdannet endnu. Vent lidt, og prøv igen.")
        yield Remark(sentence % said, item, attachment, is_stopping=True)


def attachments_of_the_meeting_alone(checked: Checked) -> Iterator[Remark]:
    """The meeting's own attachments, where no item takes them."""
    own = Attachment.objects.of(checked.meeting)
    if takes_attachments_of_meeting(checked.agenda) is None and own.exists():
        yield Remark(
            _("Mødets egne bilag kommer ikke med, for der er intet åbent punkt, som de kan høre til."),
            where=Where.AGENDA,
        )


def closed_without_public_title(checked: Checked) -> Iterator[Remark]:
    for item in checked.items:
        if item.effective_part == Part.CLOSED and not public_title_of(item):
            yield Remark(
                _("%(item)s er lukket og mangler en offentlig overskrift.")
                % {"item": capital(checked, item)},
                item,
                is_stopping=True,
            )


def deadlines_missed(checked: Checked) -> Iterator[Remark]:
    """Deadlines that have passed; a soft one asks for the reason, which is printed. A hard one stops the
    agenda; one on papers stops only the papers that are not there."""
    explained = set(checked.meeting.missed_deadlines.values_list("kind", flat=True))
    for deadline in checked.meeting.missed(checked.at, house_practice()):
        kind, is_soft = deadline.rule.kind, deadline.rule.force == Force.SOFT
        if is_soft and kind in explained:
            continue
        is_about_papers = kind in OURS
        if is_soft:
            sentence = _("Fristen »%(name)s« er overskredet. Skriv hvorfor: grunden trykkes på dagsordenen.")
        elif is_about_papers:
            sentence = _(
                "Fristen »%(name)s« er overskredet. De indstillinger, der mangler, må på et senere møde."
            )
        else:
            sentence = _(
                "Fristen »%(name)s« er overskredet, og den kan ikke fraviges med en grund. Flyt mødet til en"
                " senere dag, eller få en administrator til at rette fristen."
            )
        stops = is_soft or not is_about_papers
        yield Remark(sentence % {"name": DEADLINES[kind]}, is_stopping=stops, where=Where.MEETING)


def minutes_and_agendas_to_bring(checked: Checked) -> Iterator[Remark]:
    """Minutes to approve and agendas to inform of that are not published yet."""
    for item in checked.items:
        if item.standing is None or item.state != ItemState.STANDS:
            continue
        carried = brought(item.standing, checked.meeting, item.effective_part)
        if carried is not None and carried.missing:
            yield Remark(f"{capital(checked, item)}: {carried.missing}", item)


def paper_twice(checked: Checked) -> Iterator[Remark]:
    """Two items on one paper; two on one case number are the record's to find."""
    seen: dict[int, Item] = {}
    for item in checked.items:
        if item.paper_id is None or item.state != ItemState.STANDS:
            continue
        if item.paper_id in seen and not (item.paper and item.paper.case_number):
            first = named(checked, seen[item.paper_id])
            said = {"item": capital(checked, item), "first": first}
            yield Remark(_("%(item)s har samme indstilling som %(first)s.") % said, item)
        seen.setdefault(item.paper_id, item)


def guests_of_what_does_not_stand(checked: Checked) -> Iterator[Remark]:
    """People who are invited for an item that is not on the agenda any more."""
    invited = ItemGuest.objects.filter(item__meeting=checked.meeting).exclude(item__state=ItemState.STANDS)
    for guest in invited.select_related("item"):
        said = {"name": guest.name, "title": guest.item.title}
        yield Remark(
            _("%(name)s er inviteret til »%(title)s«, som ikke er på dagsordenen.") % said, guest.item
        )


def conditions_undecided(checked: Checked) -> Iterator[Remark]:
    """Conditional items whose day is past."""
    on = timezone.localdate(checked.at)
    for item in checked.items:
        waits = item.state == ItemState.STANDS and item.is_conditional
        if waits and item.depends_on_day and item.depends_on_day < on:
            said = {"item": capital(checked, item), "body": item.depends_on}
            yield Remark(_("%(item)s: skriv, om %(body)s henviste sagen.") % said, item)


def rules_that_fire(checked: Checked) -> Iterator[Remark]:
    """Rules whose condition is met, and that nobody has accepted."""
    rules = AgendaRule.objects.filter(meeting=checked.meeting, accepted_at=None)
    for rule in rules.select_related("referred_by", "to_meeting", "meeting").prefetch_related("items"):
        if verdict_of(rule) == Verdict.FIRES:
            said = {"rule": sentence_of(rule, checked.agenda.numbers)}
            yield Remark(_("En regel gælder nu og venter på, at du siger ja: %(rule)s") % said)


def open_comments(checked: Checked) -> Iterator[Remark]:
    """What readers have said and nobody has dealt with."""
    waiting = AgendaComment.objects.filter(review__meeting=checked.meeting, done_at=None)
    if count := waiting.count():
        sentence = ngettext(
            "%(count)d bemærkning fra læserne er ikke klaret.",
            "%(count)d bemærkninger fra læserne er ikke klaret.",
            count,
        )
        yield Remark(sentence % {"count": count}, where=Where.REVIEW)


def cases_waiting(checked: Checked) -> Iterator[Remark]:
    """Referred and postponed cases of the body that have no item anywhere."""
    if count := Transfer.objects.waiting().filter(body=checked.meeting.body).count():
        sentence = ngettext(
            "%(count)d henvist eller udsat sag venter på et møde.",
            "%(count)d henviste eller udsatte sager venter på et møde.",
            count,
        )
        yield Remark(sentence % {"count": count}, where=Where.TRANSFERS)


def pairs(checked: Checked) -> Iterator[tuple[Item, tuple[str, ...]]]:
    """Each item with the keys of its attachments."""
    for item, place in zip(checked.items, checked.composed.places, strict=True):
        yield item, place.attachments


def named(checked: Checked, item: Item) -> str:
    """ "punkt 3" """
    return _("punkt %(number)s") % {"number": checked.agenda.numbers[item.pk]}


def capital(checked: Checked, item: Item) -> str:
    """ "Punkt 3" """
    name = named(checked, item)
    return name[:1].upper() + name[1:]
