"""Anna and Bo write in the same text at once, and not a word is lost."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from raadslag.prose.merge import Collision, Conflict, Merged, merge
from raadslag.prose.plain import plain
from raadslag.prose.sanitise import sanitise
from tests.prose.texts import texts

paragraphs = st.lists(st.sampled_from(["en", "to", "tre fire", "fem", "seks syv"]), max_size=6)
small = paragraphs.map(lambda lines: "".join(f"<p>{line}</p>" for line in lines))


def words(html: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", plain(html)))


def in_all(merged: Merged) -> Counter[str]:
    """The words of the merged text, both sides of each collision among them."""
    return words(merged.html)


@given(small | texts, small | texts, small | texts)
def test_no_word_that_either_wrote_is_lost(base, theirs, mine):
    merged = in_all(merge(Conflict(base, theirs, mine)))
    for side in (theirs, mine):
        written = words(side) - words(base)
        assert not written - merged


@given(small | texts, small | texts)
def test_where_only_one_wrote_theirs_is_the_text(base, other):
    for conflict in (Conflict(base, other, base), Conflict(base, base, other), Conflict(base, other, other)):
        merged = merge(conflict)
        assert merged.collisions == ()
        assert merged.html == sanitise(other)


@given(small, small, small)
def test_both_sides_of_every_collision_are_told(base, theirs, mine):
    merged = merge(Conflict(base, theirs, mine))
    as_theirs = "".join(part if isinstance(part, str) else part.theirs for part in merged.parts)
    if not merged.collisions:
        assert as_theirs == merged.html
    assert all(each.theirs != each.mine for each in merged.collisions)


def test_changes_in_different_paragraphs_are_brought_together():
    merged = merge(
        Conflict("<p>a</p><p>b</p><p>c</p>", "<p>A</p><p>b</p><p>c</p><p>d</p>", "<p>a</p><p>B</p>")
    )
    assert merged.collisions == ()
    assert merged.html == "<p>A</p><p>B</p><p>d</p>"


def test_changes_in_one_paragraph_collide_and_the_rest_does_not():
    merged = merge(
        Conflict("<p>a</p><p>b</p><p>c</p>", "<p>a</p><p>b1</p><p>c</p>", "<p>a2</p><p>b2</p><p>c</p>")
    )
    assert merged.collisions == (Collision("<p>b</p>", "<p>b1</p>", "<p>b2</p>"),)
    assert merged.html == "<p>a2</p><p>b1</p><p>b2</p><p>c</p>"


def test_one_takes_out_what_the_other_writes_in():
    merged = merge(Conflict("<p>a</p><p>b</p>", "<p>a</p>", "<p>a</p><p>b og mere</p>"))
    assert merged.collisions == (Collision("<p>b</p>", "", "<p>b og mere</p>"),)
