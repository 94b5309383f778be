"""The difference between two versions of a text, for people to read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from raadslag.prose.difference import changed, difference
from raadslag.prose.plain import plain
from raadslag.prose.sanitise import sanitise
from tests.prose.texts import texts

ours = st.sampled_from(
    [
        "<p>Byrådet har bedt om en plan for bænke.</p><p>Den koster 90.000 kr.</p>",
        "<p>Byrådet har bedt om to planer for bænke og borde.</p><p>Den koster 90.000 kr.</p>",
        "<h3>Plan</h3><ul><li>en bænk</li><li>to borde</li></ul>",
        "<h3>Planen</h3><ul><li>en bænk</li><li>tre stole</li><li>to borde</li></ul>",
    ]
)


def without(html: str, gone: str) -> list[str]:
    """The words of the difference without those in `gone`."""
    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    for each in tree.findall(f".//{gone}"):
        each.drop_tree()
    return re.findall(r"\S", " ".join(tree.itertext()))


def letters(html: str) -> list[str]:
    tree = lxml_html.fragment_fromstring(sanitise(html), create_parent="div")
    return re.findall(r"\S", " ".join(tree.itertext()))


@given(ours | texts, ours | texts)
def test_both_versions_can_be_read_out_of_their_difference(old, new):
    shown = difference(old, new)
    assert without(shown, "ins") == letters(old)
    assert without(shown, "del") == letters(new)


@given(texts)
def test_a_text_does_not_differ_from_itself(html):
    assert not changed(html, html)
    assert "<ins>" not in difference(html, html)
    assert "<del>" not in difference(html, html)


def test_white_space_and_the_marks_of_word_are_no_difference():
    assert not changed("<p>en  plan</p>", "<p class=MsoNormal>en\n plan<o:p></o:p></p>")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "<p>Vi beder om en plan.</p>",
            "<p>Vi beder om <b>en</b> god plan.</p>",
            "<p>Vi beder om <del>en</del><ins><strong>en</strong> god</ins> plan.</p>",
        ),
        ("<p>a</p>", "<p>a</p><p>ny</p>", "<p>a</p><ins><p>ny</p></ins>"),
        (
            "<ul><li>en bænk</li><li>to borde</li></ul>",
            "<ul><li>en bænk</li><li>tre borde</li></ul>",
            "<ul><li><p>en bænk</p></li><li><p><del>to</del><ins>tre</ins> borde</p></li></ul>",
        ),
    ],
)
def test_only_the_words_that_changed_are_marked(old, new, shown):
    assert difference(old, new) == shown


def test_what_somebody_typed_as_html_stays_text():
    assert plain(difference("<p>a</p>", "<p>&lt;script&gt;</p>")).endswith("<script>")
