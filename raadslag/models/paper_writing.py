"""Writing in a paper: nobody's words are lost, whoever saves first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.event import Event
from raadslag.models.paper_content import as_text, head_value
from raadslag.models.paper_moving import hold
from raadslag.models.paper_template import SectionKind
from raadslag.models.paper_text import PaperVersion
from raadslag.models.refusal import Overtaken, Refused
from raadslag.prose import Conflict, Merged, merge, sanitise
from raadslag.prose.clauses import clause_lines, clauses_as_html, html_as_clauses
from raadslag.record import Part
from raadslag.rules.paper_states import WRITABLE

if TYPE_CHECKING:
    from raadslag.models.paper import Paper
    from raadslag.models.paper_text import PaperSection
    from raadslag.models.person import Person

# what one person saves within this time of beginning is one version
SITTING = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSection:
    """What somebody typed in a section, over `base`, which was the section's content at that revision."""

    key: UUID
    revision: int
    base: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedValue:
    """What somebody chose for a column of the head, and what it was when they saw it, as text."""

    base: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCollision:
    """A section that two have changed in the same place: `mine` comes after `theirs`, both over `base`."""

    section: PaperSection
    base: str
    mine: str
    merged: Merged

    @property
    def theirs(self) -> str:
        return self.section.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was saved: `changed` has the content of each section that is now other than what was typed,
    `along` names the columns of the head that changed with others that were."""

    revision: int
    version: PaperVersion | None
    changed: Mapping[UUID, str] = field(default_factory=dict)
    along: tuple[str, ...] = ()


class PenElsewhere(Overtaken):
    """Somebody else has the pen. Nothing was saved."""


class Collided(Overtaken):
    """Somebody else changed the same. Nothing was saved."""

    def __init__(self, sections: Sequence[SectionCollision], head: Mapping[str, TypedValue]) -> None:
        super().__init__(_("Det samme er rettet et andet sted, mens du skrev. Se begge versioner, og vælg."))
        self.sections = tuple(sections)
        self.head = dict(head)


class PaperWriting(models.Model):
    """The part of a paper that is written in."""

    class Meta:
        abstract = True

    def write(
        self: Paper,
        *,
        by: Person,
        at: datetime,
        sections: Sequence[TypedSection] = (),
        head: Mapping[str, TypedValue] | None = None,
        why: str = "",
    ) -> Written:
        """Saves what was typed, brought together with what others saved meanwhile. `why` ends a version.

        Raises Collided where both changed the same, PenElsewhere where another has the pen, and Refused
        where the person may not write; nothing is saved then.
        """
        with transaction.atomic():
            hold(self, "caseworker", "receiver", "aimed_at")
            self._refuse_writing_by(by, at)
            models.prefetch_related_objects([self], "sections")  # once, for all that follows
            rows = {row.key: row for row in self.sections.all()}
            typed = [each for each in sections if each.key in rows]
            settled, collisions = _settled(rows, typed)
            values, lost = _values(self, head or {})
            if collisions or lost:
                raise Collided(collisions, lost)
            if self.pen_id is None:
                self.take_pen(by=by, at=at)
            return self._save(rows, typed, settled, values, by=by, at=at, why=why)

    def may_write(self: Paper, person: Person, at: datetime) -> bool:
        """Whether the person could write in it, were the pen theirs."""
        return self.may_have_pen(person, timezone.localdate(at))

    def _refuse_writing_by(self: Paper, person: Person, at: datetime) -> None:
        if self.state not in WRITABLE:
            raise Refused(
                _("Indstillingen er »%(state)s« og kan ikke rettes nu.") % {"state": self.get_state_display()}
            )
        if not self.may_write(person, at):
            raise Refused(_("Kun %(body)s skriver i indstillingen.") % {"body": self.sender})
        if self.pen_id not in (None, person.pk):
            raise PenElsewhere(
                _("%(name)s har pennen nu. Det, du har skrevet, er ikke væk.") % {"name": self.pen}
            )

    def _save(
        self: Paper,
        rows: Mapping[UUID, PaperSection],
        typed: Sequence[TypedSection],
        settled: Mapping[UUID, str],
        values: Mapping[str, Any],
        *,
        by: Person,
        at: datetime,
        why: str,
    ) -> Written:
        changes = {key: content for key, content in settled.items() if content != rows[key].content}
        was, receiver, aimed_at = Part(self.part), self.receiver, self.aimed_at_id
        along = _of_new_caseworker(self, values)
        values = {**values, **along}
        if changes or values:
            self.revision += 1
            self.changed_at = at
            for name, value in values.items():
                setattr(self, name, value)
            self.save(update_fields=["revision", "changed_at", *values])
        for key, content in changes.items():
            rows[key].content, rows[key].revision = content, self.revision
            rows[key].save(update_fields=["content", "revision"])
        if was != self.part:
            verb = "paper_closed" if self.part == Part.CLOSED else "paper_opened"
            Event.objects.record(verb, by=by, at=at, about=self)
        if receiver != self.receiver:
            self.lead_to_receiver(receiver, by=by, at=at)
        if values.get("aimed_at"):
            self.keep_to_deadlines_of(values["aimed_at"])
        along_too = () if "aimed_at" in values or self.aimed_at_id == aimed_at else ("aimed_at",)
        version = self._keep_version(by, at, why) if changes or values or why else None
        sent = {each.key: clean(rows[each.key], each.content) for each in typed}
        merged = {key: content for key, content in settled.items() if content != sent[key]}
        return Written(revision=self.revision, version=version, changed=merged, along=(*along, *along_too))

    def _keep_version(self: Paper, by: Person, at: datetime, why: str) -> PaperVersion:
        """The text as it is now: the version of this sitting, or a new one."""
        last = self.versions.first()
        content = self.content()
        if last is not None and content == last.content and not why:
            return last
        if last is None or not self._is_sitting(last, by, at):
            number = last.number + 1 if last else 1
            Event.objects.record("paper_written", by=by, at=at, about=self, version=number)
            return self.versions.create(
                number=number, begun_at=at, saved_at=at, saved_by=by, why=why, content=content
            )
        last.saved_at, last.why, last.content = at, why, content
        last.save(update_fields=["saved_at", "why", "content"])
        return last

    def _is_sitting(self: Paper, last: PaperVersion, by: Person, at: datetime) -> bool:
        """Does the last version go on: nobody ended it, moved the paper or wrote in between?"""
        same = last.saved_by_id == by.pk and not last.why and at - last.begun_at < SITTING
        return same and not self.moves.filter(at__gte=last.begun_at).exists()


def _of_new_caseworker(paper: Paper, values: Mapping[str, Any]) -> dict[str, Any]:
    """The new caseworker's phone and address, where those of the one before stand there and stay."""
    new, old = values.get("caseworker"), paper.caseworker
    if new is None:
        return {}
    columns = [name for name in ("phone", "email") if name not in values]
    return {name: getattr(new, name) for name in columns if getattr(paper, name) == getattr(old, name)}


def clean(section: PaperSection, content: str) -> str:
    """The content in the one form in which a section of its kind is kept."""
    if section.kind == SectionKind.CLAUSES:
        return clause_lines(content.splitlines())
    return sanitise(content)


def brought_together(section: PaperSection, typed: TypedSection) -> Merged:
    """What was typed, merged with what the section has become since, as HTML."""
    texts = (typed.base, section.content, typed.content)
    if section.kind == SectionKind.CLAUSES:
        texts = tuple(map(clauses_as_html, texts))
    base, theirs, mine = texts
    return merge(Conflict(base=base, theirs=theirs, mine=mine))


def as_content(section: PaperSection, html: str) -> str:
    """Merged HTML as a section of its kind keeps it."""
    return html_as_clauses(html) if section.kind == SectionKind.CLAUSES else sanitise(html)


def _settled(
    rows: Mapping[UUID, PaperSection], typed: Sequence[TypedSection]
) -> tuple[dict[UUID, str], list[SectionCollision]]:
    """The content that each section gets, and where none can be settled."""
    settled: dict[UUID, str] = {}
    collisions: list[SectionCollision] = []
    for each in typed:
        row = rows[each.key]
        if each.revision == row.revision:
            settled[each.key] = clean(row, each.content)
            continue
        merged = brought_together(row, each)
        if merged.collisions:
            collisions.append(
                SectionCollision(section=row, base=each.base, mine=clean(row, each.content), merged=merged)
            )
        else:
            settled[each.key] = as_content(row, merged.html)
    return settled, collisions


def _values(paper: Paper, head: Mapping[str, TypedValue]) -> tuple[dict[str, Any], dict[str, TypedValue]]:
    """The columns that change, and those that another has changed to something else meanwhile."""
    values: dict[str, Any] = {}
    lost: dict[str, TypedValue] = {}
    for name, typed in head.items():
        now = head_value(paper, name)
        if as_text(typed.value) in (now, typed.base):
            continue
        if now == typed.base:
            values[name] = typed.value
        else:
            lost[name] = typed
    return values, lost
