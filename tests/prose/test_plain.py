"""Rich text as plain text, and back, and its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.prose.plain import characters, from_plain, plain
from raadslag.prose.sanitise import sanitise
from tests.prose.texts import ADDRESS, texts

TEXT = (
    "<h3>Baggrund</h3><p>Første<br>linje</p><ul><li>et<ol><li>inde</li></ol></li><li>to</li></ul>"
    '<table><thead><tr><th scope="col">År</th><th scope="col">Kr.</th></tr></thead>'
    "<tbody><tr><td>2026</td><td>90</td></tr></tbody></table>"
    f'<img src="{ADDRESS}" alt="En bænk">'
)


def test_every_paragraph_item_and_row_is_a_line():
    assert plain(TEXT).split("\n") == [
        "Baggrund",
        "Første",
        "linje",
        "• et",
        "  1. inde",
        "• to",
        "År | Kr.",
        "2026 | 90",
        "[Billede: En bænk]",
    ]


@given(texts)
def test_no_line_is_empty(html):
    text = plain(html)
    assert text == "" or all(line.strip() for line in text.split("\n"))


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("", 0),
        ("<p>Hej, Bo</p>", 7),
        ("<p>Hej,  \n Bo </p><p>x</p>", 8),
        ("<p>et<br>to</p>", 4),
        ("<ul><li>et</li></ul><ol><li>to</li></ol>", 4),
        ("<p>A\u030angstro\u0308m 🙂</p>", 10),
        (f'<img src="{ADDRESS}" alt="En bænk">', 0),
        (TEXT, 8 + 6 + 5 + 2 + 4 + 2 + 2 + 3 + 4 + 2),
    ],
)
def test_words_and_the_spaces_between_them_are_counted(html, count):
    assert characters(html) == count


@given(texts)
def test_a_text_that_was_not_changed_as_plain_text_keeps_its_form(html):
    assert from_plain(plain(html), keeping=html) == html


@given(st.text())
def test_typed_lines_are_kept_whole(typed):
    made = from_plain(typed)
    assert sanitise(made) == made
    assert from_plain(plain(made), keeping=made) == made


def test_what_was_changed_as_plain_text_leaves_the_rest_its_form():
    typed = plain(TEXT).replace("• to", "• to og lidt til") + "\nEn linje mere\n- a\n- b\n1. c"
    made = from_plain(typed, keeping=TEXT)
    assert made.startswith("<h3>Baggrund</h3><p>Første<br>linje</p>")
    assert "to og lidt til" in made
    assert made.endswith(
        '</tbody></table><img src="/skrivebord/billeder/3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e" alt="En bænk">'
        "<p>En linje mere</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>"
    )
