"""The page that stands alone, and the plain text."""

import re
from html.parser import HTMLParser
from itertools import pairwise

from raadslag.record import Item, MeetingRecord, Stage
from raadslag.writing import html, text
from tests.writing.meeting import MEETING

VOID = {"meta"}


class Outline(HTMLParser):
    """The heading levels of a page, and whether every element was closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_headings_skip_no_level_and_every_element_is_closed():
    outline = Outline(html.write(MEETING))
    assert outline.open == []
    assert outline.levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(outline.levels))


def test_it_needs_nothing_from_outside():
    page = html.write(MEETING)
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert '<html lang="da">' in page


def test_the_contents_lead_to_the_items():
    page = html.write(MEETING)
    assert '<a href="#punkt-2">Punkt 2: Plan for cykelstier</a>' in page
    assert re.findall(r'id="(punkt-\d)"', page) == ["punkt-1", "punkt-2", "punkt-3", "punkt-4"]


def test_what_a_record_says_is_never_markup():
    page = html.write(MeetingRecord(stage=Stage.AGENDA, items=(Item(title="<script>x</script> & 'y'"),)))
    assert "<script" not in page
    assert "&lt;script&gt;x&lt;/script&gt; &amp; &#x27;y&#x27;" in page


def test_plain_text_keeps_to_its_width_and_says_the_decision_under_the_title():
    lines = text.write(MEETING).splitlines()
    assert max(map(len, lines)) <= text.WIDTH
    at = lines.index("Punkt 2: Plan for cykelstier")
    assert lines[at + 1] == "-" * len("Punkt 2: Plan for cykelstier")
    assert lines[at + 3] == "│ Beslutning · godkendt"


def test_plain_text_has_no_two_empty_lines_together():
    assert "\n\n\n" not in text.write(MEETING)
