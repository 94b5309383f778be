"""Word into a paper: the file is read, every difference shown, and what is chosen taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of, seen
from raadslag.desk.papers.conflicts import as_html, collided, kept, pen_elsewhere
from raadslag.desk.papers.typed import BASE, REVISION, name_of, typed_in
from raadslag.desk.papers.untrusted import picture_in, word_in
from raadslag.models import Event, Paper, PaperSection, Person, Picture, SectionKind
from raadslag.models.paper_writing import Collided, PenElsewhere
from raadslag.models.refusal import Refused
from raadslag.prose import Fault, changed, faults
from raadslag.prose.paper import SectionKind as Kind
from raadslag.prose.word import FilledSection, FromWord, Slot
from raadslag.reading.unreadable import UnreadableDocument

LARGEST = 50_000_000
WRONG = 422
# fields of the file that are also columns of the head
COLUMNS = ("title", "case_number")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A section as it is and as the file has it. `content` is what is sent on when it is chosen."""

    section: PaperSection
    name: str
    old: str
    new: str
    content: str

    @property
    def differs(self) -> bool:
        return changed(self.old, self.new)

    @property
    def holds_clauses(self) -> bool:
        return self.section.kind == SectionKind.CLAUSES

    @property
    def clauses(self) -> list[str]:
        return self.content.splitlines()


@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where a Word file is fetched and sent back; a file that was sent is shown against the paper."""
    paper = seen(request, Paper, key)
    by, at = person_of(request), now()
    may_write = paper.may_write(by, at)
    if request.method == "POST" and may_write:
        file = request.FILES.get("file")
        try:
            return compared(request, paper, read(paper, file, by))
        except UnreadableDocument as refused:
            return shown(request, paper, may_write=True, fault=str(refused))
    return shown(request, paper, may_write=may_write)


@require_POST
def take(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was chosen becomes the paper's text, as a version of its own."""
    paper = seen(request, Paper, key)
    by, at = person_of(request), now()
    chosen = set(request.POST.getlist("tag"))
    typed = typed_in(request.POST, paper)
    sections = [each for each in typed.sections if str(each.key) in chosen]
    head = {name: value for name, value in typed.form.typed().items() if name in chosen}
    try:
        written = paper.write(by=by, at=at, sections=sections, head=head, why=str(_("Hentet fra Word")))
    except Collided as refused:
        return collided(request, paper, typed, refused)
    except PenElsewhere as refused:
        return pen_elsewhere(request, paper, typed, refused)
    except Refused as refused:
        return kept(request, paper, typed, refused)
    Event.objects.record("word_taken", by=by, at=at, about=paper, revision=written.revision)
    messages.success(request, _("Teksten fra Word er sat ind i indstillingen."))
    return redirect("desk:paper-edit", paper.key)


def read(paper: Paper, file: object, by: Person) -> FromWord:
    """What the file has for the paper, its pictures kept. Raises UnreadableDocument."""
    size = getattr(file, "size", 0)
    if file is None or not size:
        raise UnreadableDocument(_("Vælg en Word-fil."))
    if size > LARGEST:
        raise UnreadableDocument(_("Word-filen er for stor. Gør billederne i den mindre, og prøv igen."))
    found = word_in(file.read(), slots_of(paper))  # type: ignore[attr-defined]
    addresses: dict[str, str] = {}
    for picture in found.pictures:
        try:
            clean = picture_in(picture.data)
        except UnreadableDocument:
            continue
        kept_as = Picture.objects.add(paper, clean.data, clean.media_type, by=by, at=now())
        addresses[picture.address] = kept_as.address
    return found.with_addresses(addresses)


def slots_of(paper: Paper) -> list[Slot]:
    return [
        Slot(
            key=str(section.key),
            heading=section.heading,
            kind=Kind(section.kind),
            guidance=section.template_section.guidance if section.template_section else "",
        )
        for section in paper.sections.select_related("template_section")
    ]


def compared(request: HttpRequest, paper: Paper, found: FromWord) -> HttpResponse:
    rows = list(comparisons(paper, found))
    texts = [row.content for row in rows if not row.holds_clauses]
    head = [
        (name, getattr(paper, name), found.fields[name])
        for name in COLUMNS
        if found.fields.get(name, getattr(paper, name)) != getattr(paper, name)
    ]
    context = {
        "section": "papers",
        "crumbs": crumbs(paper),
        "paper": paper,
        "rows": [row for row in rows if row.differs],
        "same": [row for row in rows if not row.differs],
        "missing": missing(paper, found),
        "head": head,
        "unplaced": found.unplaced,
        "without_alt": sum(each.fault == Fault.NO_ALT for text in texts for each in faults(text)),
        "revision": REVISION,
        "base": BASE,
    }
    return render(request, "desk/papers/word_compare.html", context)


def comparisons(paper: Paper, found: FromWord) -> Iterator[Comparison]:
    filled = {section.key: section for section in found.sections}
    for section in paper.sections.all():
        each = filled.get(str(section.key))
        if each is not None:
            content = content_of(section, each)
            old, new = as_html(section, section.content), as_html(section, content)
            yield Comparison(section, name_of(section), old, new, content)


def content_of(section: PaperSection, filled: FilledSection) -> str:
    return "\n".join(filled.clauses) if section.kind == SectionKind.CLAUSES else filled.html


def missing(paper: Paper, found: FromWord) -> list[str]:
    """The headings that the file has nothing under, though the paper has."""
    there = {section.key for section in found.sections}
    return [each.heading for each in paper.sections.all() if str(each.key) not in there and each.content]


def shown(request: HttpRequest, paper: Paper, *, may_write: bool, fault: str = "") -> HttpResponse:
    context = {
        "section": "papers",
        "crumbs": crumbs(paper),
        "paper": paper,
        "may_write": may_write,
        "fault": fault,
    }
    return render(request, "desk/papers/word.html", context, status=WRONG if fault else 200)


def crumbs(paper: Paper) -> list[tuple[str, str | None]]:
    return [(str(paper), paper.get_absolute_url()), ("Word", None)]
