"""What comes into a text: only what it may hold, and everything that somebody wrote."""

from pathlib import Path

import pytest
from hypothesis import given
from lxml import html as lxml_html

from raadslag.prose.parsing import blocks
from raadslag.prose.plain import plain
from raadslag.prose.rendering import html_of
from raadslag.prose.sanitise import Fault, Faulty, faults, sanitise
from tests.prose.texts import ADDRESS, soup, texts

ALLOWED = dict.fromkeys(("p", "h3", "h4", "ul", "li", "strong", "em", "br", "blockquote"), frozenset())
ALLOWED |= dict.fromkeys(("table", "thead", "tbody", "tr"), frozenset())
ALLOWED |= dict.fromkeys(("td", "th"), frozenset({"scope", "colspan", "rowspan"}))
ALLOWED |= {"a": frozenset({"href"}), "img": frozenset({"src", "alt"}), "ol": frozenset({"start"})}
WORD = (Path(__file__).parent / "word.html").read_text("utf-8")


@given(soup)
def test_to_clean_twice_changes_nothing(html):
    once = sanitise(html)
    assert sanitise(once) == once


@given(texts)
def test_a_kept_text_is_its_blocks(html):
    assert html_of(blocks(html)) == html


@given(soup)
def test_nothing_that_acts_comes_through(html):
    tree = lxml_html.fragment_fromstring(sanitise(html), create_parent="div")
    for each in tree.iterdescendants():
        assert set(each.attrib) <= ALLOWED[each.tag]
        assert each.get("href", "https:").startswith(("https:", "http:", "mailto:"))
        assert each.get("src", ADDRESS) == ADDRESS


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>x</p>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<img src=x onerror=alert(1) alt=x>",
        "<iframe src=https://a.dk></iframe>",
        "<svg><script>1</script></svg>",
        "<style>p{}</style>",
        "<p style='background:url(x)'>x</p>",
        f"<img src='{ADDRESS}\" onerror=\"x' alt=x>",
    ],
)
def test_what_could_act_leaves_only_its_words(html):
    assert sanitise(html) in ("", "<p>x</p>")


def test_what_word_pastes_becomes_headings_lists_and_tables_and_nothing_else():
    assert sanitise(WORD) == (
        "<h3>Baggrund</h3>"
        "<p>Byrådet har bedt om en <strong>plan</strong> for <em>bænke</em> langs åen, jf. "
        '<a href="https://lindevad.example/plan">planen</a>.</p>'
        "<ul><li>Tolv bænke i to år<ul><li>Seks hvert år</li></ul></li><li>Armlæn på halvdelen</li></ul>"
        '<ol start="3"><li>Udbud i maj</li><li>Levering i juni</li></ol>'
        "<table><tbody><tr><td><strong>År</strong></td><td><strong>Beløb</strong></td></tr>"
        "<tr><td>2026</td><td>90.000 kr.</td></tr></tbody></table>"
        "<p>Se billedet:</p>"
    )


def test_an_image_of_word_that_cannot_come_along_is_told_with_its_words():
    assert faults(WORD) == (Faulty(Fault.FOREIGN_IMAGE, 1, "En bænk ved åen"),)


def test_an_image_without_alt_is_kept_and_told():
    html = f'<p>a</p><img src="{ADDRESS}" alt="En bænk"><img src="{ADDRESS}" alt="">'
    assert sanitise(html) == html
    assert faults(html) == (Faulty(Fault.NO_ALT, 2),)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("bare ord", "<p>bare ord</p>"),
        ("<div>et<div>to</div>tre</div>", "<p>et</p><p>to</p><p>tre</p>"),
        ("et<br><br>to<br>tre<br>", "<p>et</p><p>to<br>tre</p>"),
        ("<h1>A</h1><h2>B</h2><h5>C</h5>", "<h3>A</h3><h3>B</h3><h4>C</h4>"),
        ("<p>  to \n ord\u00a0\u00ad </p><p>&nbsp;</p>", "<p>to ord</p>"),
        ("<b>a</b><b>b</b> <i><b>c</b></i>", "<p><strong>ab</strong> <strong><em>c</em></strong></p>"),
        (
            "<a href='www.lindevad.example'>her</a>",
            '<p><a href="https://www.lindevad.example">her</a></p>',
        ),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul>løst<li>a</li></ul>", "<ul><li>løst</li><li>a</li></ul>"),
        ("<p>x <del>væk</del><ins>her</ins></p>", "<p>x her</p>"),
        ("<p>H<sub>2</sub>O og <u>streg</u></p>", "<p>H2O og streg</p>"),
        (
            "<table><tr><th>a</th></tr></table>",
            '<table><thead><tr><th scope="col">a</th></tr></thead></table>',
        ),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td rowspan=9>c</td></tr></table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
        ),
    ],
)
def test_other_ways_of_writing_it_come_into_the_one_form(given, kept):
    assert sanitise(given) == kept


def test_lists_are_nested_six_deep_and_no_deeper():
    html = sanitise("<ul><li>x" * 9)
    assert html.count("<ul>") == 6
    assert plain(html).count("x") == 9


def test_very_deep_html_is_no_trouble():
    assert plain(sanitise("<div><b>" * 20_000 + "midt inde")) == "midt inde"
