"""What the rules ask about a paper before it is sent on, and what people are told that is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from raadslag.models.paper_template import SectionKind
from raadslag.prose import Fault, characters, faults, plain
from raadslag.record import Part
from raadslag.rules.paper_needs import Missing, Need, PaperFacts, SectionFacts, needs

if TYPE_CHECKING:
    from raadslag.models.paper import Paper
    from raadslag.models.paper_text import PaperSection

FAILED = "failed"
NEEDS: dict[Missing, Callable[[Need], str]] = {
    Missing.TITLE: lambda need: gettext("Giv indstillingen en overskrift."),
    Missing.GROUND: lambda need: gettext("Skriv, hvorfor sagen er lukket."),
    Missing.PUBLIC_TITLE: lambda need: gettext(
        "Giv den lukkede sag en offentlig overskrift, der ikke røber noget."
    ),
    Missing.SECTION_EMPTY: lambda need: gettext("Udfyld afsnittet »%(name)s«.") % {"name": need.name},
    Missing.NO_CLAUSE: lambda need: gettext("Skriv mindst ét punkt under »%(name)s«.") % {"name": need.name},
    Missing.SECTION_TOO_LONG: lambda need: (
        gettext("Afsnittet »%(name)s« er %(count)d tegn for langt. Forkort det.")
        % {"name": need.name, "count": need.count}
    ),
    Missing.IMAGE_WITHOUT_WORDS: lambda need: (
        gettext(
            "Skriv, hvad billederne i »%(name)s« viser (%(count)d mangler). Vælg billedet og så »Billede«."
        )
        % {"name": need.name, "count": need.count}
    ),
    Missing.ATTACHMENT_FAILED: lambda need: (
        gettext(
            "Bilaget »%(name)s« kunne ikke omdannes. Prøv igen, erstat det, eller udelad det med en grund."
        )
        % {"name": need.name}
    ),
}


def missing_from(paper: Paper) -> list[str]:
    """A sentence for each thing that must be put right before the paper is sent on."""
    return [NEEDS[need.missing](need) for need in needs(facts_of(paper))]


def facts_of(paper: Paper) -> PaperFacts:
    """The paper as the rules see it."""
    return PaperFacts(
        title=paper.title,
        public_title=paper.public_title,
        part=Part(paper.part),
        closed_ground=paper.closed_ground,
        sections=tuple(section_facts(section) for section in paper.sections.all()),
        failed=tuple(failed_attachments(paper)),
    )


def section_facts(section: PaperSection) -> SectionFacts:
    """The section as the rules see it."""
    holds_clauses = section.kind == SectionKind.CLAUSES
    return SectionFacts(
        heading=section.heading,
        holds_clauses=holds_clauses,
        is_required=section.is_required,
        limit=section.limit,
        is_empty=not (section.clauses if holds_clauses else plain(section.content).strip()),
        characters=sum(map(len, section.clauses)) if holds_clauses else characters(section.content),
        images_without_words=0
        if holds_clauses
        else sum(each.fault == Fault.NO_ALT for each in faults(section.content)),
    )


def failed_attachments(paper: Paper) -> Iterator[str]:
    """The titles of those whose latest file could not be converted, and that nobody left out."""
    for attachment in paper.attachments.filter(removed_at=None, left_out_reason=""):
        if attachment.file and attachment.file.state == FAILED:
            yield attachment.title
