"""What a paper must have before it is sent on: everything that is missing, not only the first thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from raadslag.record import Part


class Missing(StrEnum):
    """What can be the matter. The first four are about a section."""

    SECTION_EMPTY = "section_empty"
    NO_CLAUSE = "no_clause"
    SECTION_TOO_LONG = "section_too_long"
    IMAGE_WITHOUT_WORDS = "image_without_words"
    TITLE = "title"
    GROUND = "ground"
    PUBLIC_TITLE = "public_title"
    ATTACHMENT_FAILED = "attachment_failed"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is missing. `name` is the section's heading or the attachment's title; `count` is how
    many characters a section is over its limit, or how many of its images nobody has described."""

    missing: Missing
    name: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFacts:
    """A section as the rule sees it. A picture is not counted in `characters`, and yet not nothing."""

    heading: str
    holds_clauses: bool
    is_required: bool
    limit: int | None
    is_empty: bool
    characters: int
    images_without_words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """A paper as the rule sees it. `failed` are the titles of the attachments whose conversion failed,
    without those that are left out on purpose."""

    title: str
    public_title: str
    part: Part
    closed_ground: str
    sections: tuple[SectionFacts, ...]
    failed: tuple[str, ...] = ()


def needs(paper: PaperFacts) -> tuple[Need, ...]:
    """What is missing, in the order in which a page has it."""
    failed = (Need(Missing.ATTACHMENT_FAILED, title) for title in paper.failed)
    return (*about_the_head(paper), *about_sections(paper.sections), *failed)


def about_the_head(paper: PaperFacts) -> Iterator[Need]:
    if not paper.title.strip():
        yield Need(Missing.TITLE)
    if paper.part == Part.CLOSED and not paper.closed_ground.strip():
        yield Need(Missing.GROUND)
    if paper.part == Part.CLOSED and not paper.public_title.strip():
        yield Need(Missing.PUBLIC_TITLE)


def about_sections(sections: Iterable[SectionFacts]) -> Iterator[Need]:
    for section in sections:
        if section.is_required and section.is_empty:
            missing = Missing.NO_CLAUSE if section.holds_clauses else Missing.SECTION_EMPTY
            yield Need(missing, section.heading)
        over = section.characters - section.limit if section.limit is not None else 0
        if over > 0:
            yield Need(Missing.SECTION_TOO_LONG, section.heading, over)
        if section.images_without_words:
            yield Need(Missing.IMAGE_WITHOUT_WORDS, section.heading, section.images_without_words)
