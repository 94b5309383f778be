"""What a paper lacks is said at once, all of it."""

from dataclasses import replace

import pytest

from raadslag.record import Part
from raadslag.rules.paper_needs import Missing, Need, PaperFacts, SectionFacts, needs

RESUME = SectionFacts(
    heading="Resumé", holds_clauses=False, is_required=True, limit=900, is_empty=False, characters=900
)
CLAUSES = SectionFacts(
    heading="Beslutningspunkter",
    holds_clauses=True,
    is_required=True,
    limit=None,
    is_empty=False,
    characters=12,
)
WHOLE = PaperFacts(
    title="Højvandsmur", public_title="", part=Part.OPEN, closed_ground="", sections=(RESUME, CLAUSES)
)


def test_a_paper_that_has_everything_lacks_nothing():
    assert needs(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "need"),
    [
        ({"title": "  "}, Need(Missing.TITLE)),
        ({"sections": (replace(RESUME, is_empty=True),)}, Need(Missing.SECTION_EMPTY, "Resumé")),
        ({"sections": (replace(CLAUSES, is_empty=True),)}, Need(Missing.NO_CLAUSE, "Beslutningspunkter")),
        ({"sections": (replace(RESUME, characters=903),)}, Need(Missing.SECTION_TOO_LONG, "Resumé", 3)),
        (
            {"sections": (replace(RESUME, images_without_words=2),)},
            Need(Missing.IMAGE_WITHOUT_WORDS, "Resumé", 2),
        ),
        ({"failed": ("Budget.xlsx",)}, Need(Missing.ATTACHMENT_FAILED, "Budget.xlsx")),
    ],
)
def test_each_thing_that_is_missing_is_named(change, need):
    assert needs(replace(WHOLE, **change)) == (need,)


def test_a_closed_paper_has_a_ground_and_a_title_for_the_public():
    closed = replace(WHOLE, part=Part.CLOSED)
    assert needs(closed) == (Need(Missing.GROUND), Need(Missing.PUBLIC_TITLE))
    assert needs(replace(closed, closed_ground="§ 27", public_title="Køb af jord")) == ()


def test_a_section_that_need_not_be_filled_may_be_empty_and_may_still_be_too_long():
    optional = replace(RESUME, is_required=False)
    assert needs(replace(WHOLE, sections=(replace(optional, is_empty=True, characters=0),))) == ()
    too_long = needs(replace(WHOLE, sections=(replace(optional, characters=901),)))
    assert too_long == (Need(Missing.SECTION_TOO_LONG, "Resumé", 1),)


def test_a_section_with_a_picture_alone_is_not_empty():
    assert needs(replace(WHOLE, sections=(replace(RESUME, characters=0),))) == ()


def test_everything_is_told_at_once():
    bare = PaperFacts(
        title="",
        public_title="",
        part=Part.CLOSED,
        closed_ground="",
        sections=(replace(RESUME, is_empty=True, characters=0), replace(CLAUSES, is_empty=True)),
        failed=("Budget.xlsx",),
    )
    assert len(needs(bare)) == 6
