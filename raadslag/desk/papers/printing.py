"""A paper as a file: PDF, for reading and for the record, and Word, for editing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from raadslag.archive.addresses import slug
from raadslag.desk.access import person_of, seen, today
from raadslag.models import Attachment, Paper, Person, Picture, RouteStep
from raadslag.prose.word import to_docx
from raadslag.rules.paper_states import PaperState
from raadslag.writing.paper import PrintedPaper, StepWords, write

NOT_YET = frozenset({PaperState.DRAFT, PaperState.SUBMITTED, PaperState.RETURNED, PaperState.WITHDRAWN})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    """The paper in print, with the words of every step, and the attachments that the person may see."""
    paper = seen(request, Paper, key)
    made = write(printed(paper, person_of(request)), Picture.objects.data_of(paper))
    return as_file(made, "application/pdf", f"{name_of(paper)}.pdf", inline=True)


@require_safe
def word(request: HttpRequest, key: UUID) -> HttpResponse:
    """The paper as Word, which can be edited and uploaded again."""
    paper = seen(request, Paper, key)
    made = to_docx(paper.text(), Picture.objects.data_of(paper))
    return as_file(made, WORD, f"{name_of(paper)}.docx", inline=False)


def printed(paper: Paper, person: Person) -> PrintedPaper:
    """The paper as it is printed for the person, in Danish."""
    attachments = Attachment.objects.visible_to(person, today()).of(paper)
    with override("da"):
        return PrintedPaper(
            text=paper.text(),
            approved=paper.state not in NOT_YET,
            route=tuple(words_of(step) for step in paper.steps.select_related("body") if step.is_done),
            attachments=tuple(attachment.title for attachment in attachments),
        )


def words_of(step: RouteStep) -> StepWords:
    """What a body said at its step."""
    return StepWords(
        body=step.body.name,
        task=step.get_task_display(),
        on=timezone.localdate(step.done_at) if step.done_at else None,
        text=step.text,
        reservations=step.reservations,
    )


def name_of(paper: Paper) -> str:
    return slug(str(paper)) or "indstilling"


def as_file(data: bytes, kind: str, name: str, *, inline: bool) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    place = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f'{place}; filename="{name}"'
    return response
