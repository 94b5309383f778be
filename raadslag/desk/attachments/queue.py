"""The queue: what waits, what runs, what failed, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.attachments.shown import facts
from raadslag.jobs.claims import somebody_works
from raadslag.models import Attachment, AttachmentFile, FileState, Person
from raadslag.models.attachment_file import AttachmentFileQuerySet
from raadslag.rules.roles import ADMINISTRATIVE

MOST = 50
LATELY = timedelta(days=1)


@dataclass(frozen=True)
class Waiting:
    """A file in the queue, and what kind it is in words."""

    file: AttachmentFile
    facts: str


@dataclass(frozen=True)
class Part:
    """One part of the queue: the first of those that the person may see, and how many there are besides."""

    rows: tuple[Waiting, ...]
    others: int

    @property
    def count(self) -> int:
        return len(self.rows) + self.others


@dataclass(frozen=True)
class Numbers:
    """How many files are not done, and how many could not be."""

    under_way: int
    failed: int


def numbers_for(person: Person) -> Numbers | None:
    """What is in the queue of the files that the person has put up; of all where they are an administrator.
    None where nothing is, or where the queue's page is not for them."""
    if not may_look(person):
        return None
    files = AttachmentFile.objects.latest()
    if not person.is_administrator:
        files = files.filter(uploaded_by=person)
    under_way = files.under_way().count()
    failed = files.filter(state=FileState.FAILED, attachment__left_out_reason="").count()
    return Numbers(under_way, failed) if under_way or failed else None


def may_look(person: Person) -> bool:
    """Whether the person works at the desk, or keeps it."""
    return person.is_administrator or person.bodies_as(ADMINISTRATIVE, today()).exists()


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """For those who work at the desk: titles of what each may see, and for the rest the numbers."""
    person = person_of(request)
    if not may_look(person):
        raise Http404
    at = now()
    newest = AttachmentFile.objects.latest()
    done = newest.filter(state=FileState.READY, finished_at__gte=at - LATELY, started_at__isnull=False)
    times = done.values_list("started_at", "finished_at")
    seconds = [(finished - started).total_seconds() for started, finished in times]
    context = {
        "section": "queue",
        "crumbs": [(_("Kø"), None)],
        "somebody_works": somebody_works(),
        "converting": part_of(newest.filter(state=FileState.CONVERTING).order_by("started_at"), person),
        "waiting": part_of(newest.filter(state=FileState.WAITING).order_by("uploaded_at"), person),
        "failed": part_of(
            newest.filter(state=FileState.FAILED, attachment__left_out_reason="").order_by("-finished_at"),
            person,
        ),
        "done": len(seconds),
        "usual": median(seconds) if seconds else None,
        "longest": max(seconds, default=None),
        "at": at,
    }
    return render(request, "desk/attachments/queue.html", context)


def part_of(files: AttachmentFileQuerySet, person: Person) -> Part:
    """The first of them that the person may see."""
    visible = Attachment.objects.visible_to(person, today())
    shown = files.filter(attachment__in=visible).select_related("attachment").defer("text")
    rows = tuple(Waiting(file, facts(file)) for file in shown[:MOST])
    return Part(rows, files.count() - len(rows))
