"""An item's paper in print, as the first of its attachments, and as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pikepdf
from django.utils import timezone

from raadslag.models import Attachment, Paper, Picture
from raadslag.models.desk_files import desk_files
from raadslag.models.paper_template import SectionKind
from raadslag.prose import plain
from raadslag.prose.paper import PaperText, TextSection
from raadslag.record import Paper as RecordPaper
from raadslag.record import PaperSection, Part, Section
from raadslag.rules.paper_states import PaperState
from raadslag.writing.paper import PrintedPaper, StepWords, write

APPROVED = frozenset({PaperState.APPROVED, PaperState.ON_AGENDA, PaperState.DECIDED})
CLOSED = "Lukket bilag"


@dataclass(frozen=True)
class Print:
    """A PDF among the desk's files."""

    sha256: str
    pages: int


def print_of(paper: Paper, attachments: list[Attachment]) -> Print:
    """The paper's PDF. It goes to everybody who sees the item, so what is closed of an open paper's
    attachments is not named in it."""
    is_open = paper.effective_part == Part.OPEN
    hidden = {each for each in attachments if is_open and each.part == Part.CLOSED}
    printed = PrintedPaper(
        text=paper.text(),
        approved=paper.state in APPROVED,
        route=tuple(said(paper)),
        attachments=tuple(CLOSED if each in hidden else each.title for each in attachments),
    )
    pictures = tuple(sorted((each.address, each.sha256) for each in Picture.objects.filter(paper=paper)))
    made = kept(printed, pictures)
    if not desk_files().path(made.sha256).exists():
        kept.cache_clear()
        made = kept(printed, pictures)
    return made


@lru_cache(maxsize=256)
def kept(printed: PrintedPaper, pictures: tuple[tuple[str, str], ...]) -> Print:
    """Sets it and keeps it: the same paper is the same file. `pictures` are addresses with fingerprints."""
    store = desk_files()
    data = write(printed, {address: store.path(sha256).read_bytes() for address, sha256 in pictures})
    with pikepdf.open(BytesIO(data)) as pdf:
        return Print(store.keep(data), len(pdf.pages))


def said(paper: Paper) -> list[StepWords]:
    """What each body has said on the paper's way."""
    return [
        StepWords(
            body=step.body.name,
            task=step.get_task_display(),
            on=timezone.localdate(step.done_at) if step.done_at else None,
            text=step.text,
            reservations=step.reservations,
        )
        for step in paper.spoken
        if step.text or step.reservations
    ]


def as_data(text: PaperText) -> RecordPaper:
    """The paper as the record has it."""
    prose = [each for each in text.sections if each.kind == SectionKind.PROSE]
    return RecordPaper(
        title=text.title or None,
        to=text.to or None,
        from_=text.from_ or None,
        dated_on=text.dated_on,
        case_number=text.case_number or None,
        sections=tuple(PaperSection(heading=each.heading, text=plain(each.html)) for each in prose),
        recommendation=clauses(text.sections),
        caseworker=text.caseworker or None,
        phone=text.phone or None,
        email=text.email or None,
        characters=text.characters,
    )


def clauses(sections: tuple[TextSection, ...]) -> tuple[str, ...]:
    """What the body is asked to agree to."""
    return tuple(clause for each in sections for clause in each.clauses)


def sections_of(paper: Paper, text: PaperText) -> list[Section]:
    """The paper's sections that say something, and the words of its way."""
    written = [
        Section(heading=each.heading, text=words)
        for each in text.sections
        if each.kind == SectionKind.PROSE and (words := plain(each.html))
    ]
    spoken = [
        Section(
            heading=f"{step.body}: {step.task}", text="\n".join(filter(None, (step.text, reserved(step))))
        )
        for step in said(paper)
    ]
    return written + spoken


def reserved(step: StepWords) -> str:
    return f"Forbehold: {step.reservations}" if step.reservations else ""
