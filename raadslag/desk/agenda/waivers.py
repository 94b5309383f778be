"""A second person lets pass what the guard stopped, and says why. Closed text and CPR numbers nobody can."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.pages import agenda_page
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.year.pages import FORM, UNPROCESSABLE
from raadslag.models import Event, FindingWaiver, Meeting, Notice, Person, Sending
from raadslag.models.telling import holders
from raadslag.models.waiver import LONGEST_REASON, CannotWaive
from raadslag.publishing.agenda.composing import compose
from raadslag.publishing.agenda.examining import examined
from raadslag.publishing.finding import Finding, Severity
from raadslag.publishing.meetings import Document
from raadslag.record.danish import day
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.roles import Role

ANSWERS = frozenset({Role.SECRETARY, Role.APPROVER})


@dataclass(frozen=True)
class Stopped:
    """A finding in a document of that name at the door, who has answered for it, and what is typed at it."""

    document: str
    finding: Finding
    waivers: tuple[FindingWaiver, ...] = ()
    why: str = ""
    fault: str = ""

    @property
    def may_be_waived(self) -> bool:
        return self.finding.severity is Severity.STOPS


@require_http_methods(FORM)
def agenda_waivers(request: HttpRequest, key: UUID) -> HttpResponse:
    """What stops the agenda, and a field at each finding for the answer of one who does not publish it."""
    meeting, person = answered_meeting(request, key), person_of(request)
    publishers = publishers_of(meeting, person)
    found = stopped(meeting)
    if request.method != "POST":
        return page(request, meeting, publishers, found)
    given, why = request.POST, request.POST.get("why", "")
    place = given.get("document"), given.get("finding")
    chosen = next((each for each in found if (each.document, each.finding.fingerprint) == place), None)
    if chosen is None or not chosen.may_be_waived:
        messages.info(
            request, _("Fundet er der ikke mere, eller det skal rettes, før dagsordenen kan sendes.")
        )
        return redirect("desk:agenda-waivers", key)
    try:
        give(chosen, publishers, by=person, why=why)
    except CannotWaive as refusal:
        again = [
            Stopped(each.document, each.finding, each.waivers, why, str(refusal)) if each is chosen else each
            for each in found
        ]
        return page(request, meeting, publishers, again, status=UNPROCESSABLE)
    messages.success(request, _("Svaret er gemt. Fundet standser ikke dagsordenen mere."))
    return redirect("desk:agenda-waivers", key)


@require_POST
def agenda_waivers_ask(request: HttpRequest, key: UUID) -> HttpResponse:
    """Those who can answer are told that somebody asks them to."""
    meeting, person, at = built_meeting(request, key), person_of(request), now()
    asked = [each for each in those_who_answer(meeting) if each != person]
    if not asked:
        messages.error(
            request,
            _("Der er ingen anden sekretær eller godkender i udvalget. Bed en administrator give en rollen."),
        )
        return redirect("desk:agenda-waivers", key)
    text = f"{person} beder dig se på noget, som kontrollen fandt i dagsordenen til {meeting.body}"
    with transaction.atomic():
        path = reverse("desk:agenda-waivers", args=[key])
        unread = Notice.objects.filter(person__in=asked, kind=MailKind.AGENDA, path=path, read_at=None)
        known = set(unread.values_list("person", flat=True))
        for each in asked:
            if each.pk in known:
                continue
            Notice.objects.create(
                person=each,
                kind=MailKind.AGENDA,
                by=person,
                text=f"{text} den {day(meeting.held_on)}.",
                path=path,
                at=at,
            )
        names = [str(each) for each in asked]
        Event.objects.record("waiver_asked", by=person, at=at, about=meeting, asked=names)
    messages.success(request, _("Der er sendt besked til %(names)s.") % {"names": ", ".join(names)})
    return redirect("desk:agenda-waivers", key)


def answered_meeting(request: HttpRequest, key: UUID) -> Meeting:
    """The meeting, if what is found in its agenda is the person's to see. Raises Http404."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), key=key)
    if ANSWERS.isdisjoint(person_of(request).roles_in([meeting.body], today())):
        raise Http404
    return meeting


def those_who_answer(meeting: Meeting) -> list[Person]:
    """Everybody who may answer, were it not that they publish."""
    people = [person for role in sorted(ANSWERS) for person in holders(meeting.body, role, now())]
    return [person for person in dict.fromkeys(people) if person.is_active]


def publishers_of(meeting: Meeting, person: Person) -> list[Person]:
    """For whose publishing the person can answer: that of who asked for the version that was stopped, else
    of the body's other secretaries. Nobody's where it is their own."""
    version = meeting.versions.filter(state=Sending.STOPPED).order_by("-number").first()
    sends = [version.asked_by] if version else holders(meeting.body, Role.SECRETARY, now())
    return [each for each in dict.fromkeys(sends) if each != person]


def stopped(meeting: Meeting) -> list[Stopped]:
    """What stops the agenda as it is now, the gravest first, with the answers that were given."""
    found: dict[tuple[str, str], Stopped] = {}
    for each in examined(compose(meeting, at=now()), None):
        name = Document.of(each.document.record).name
        given = FindingWaiver.objects.filter(document=name).select_related("by", "publisher")
        for finding in each.stopping:
            answers = tuple(row for row in given if row.finding == finding.fingerprint)
            found.setdefault((name, finding.fingerprint), Stopped(name, finding, answers))
    return sorted(found.values(), key=lambda each: each.may_be_waived)


def give(chosen: Stopped, publishers: Iterable[Person], *, by: Person, why: str) -> None:
    """The answer, for whoever of the publishers sends it. Raises CannotWaive."""
    sends = list(publishers)
    if not sends:
        raise CannotWaive(_("Det skal være en anden end den, der offentliggør, som siger god for det."))
    with transaction.atomic():
        for publisher in sends:
            FindingWaiver.objects.give(
                document=chosen.document,
                finding=chosen.finding.fingerprint,
                sentence=chosen.finding.sentence,
                publisher=publisher,
                by=by,
                at=now(),
                why=why,
            )


def page(
    request: HttpRequest, meeting: Meeting, publishers: list[Person], found: list[Stopped], status: int = 200
) -> HttpResponse:
    person = person_of(request)
    context = {
        **agenda_page(meeting, (_("Det, kontrollen fandt"), None)),
        "for_good": [each for each in found if not each.may_be_waived],
        "waivable": [each for each in found if each.may_be_waived],
        "publishers": publishers,
        "in_full": not any(item.is_shut_out(person) for item in meeting.items.all()),
        "is_secretary": Role.SECRETARY in person.roles_in([meeting.body], today()),
        "longest": LONGEST_REASON,
    }
    return render(request, "desk/agenda/waivers.html", context, status=status)
