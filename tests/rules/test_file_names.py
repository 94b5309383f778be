"""Names of files from anywhere are made fit to be shown and stored."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.file_names import LONGEST, safe_name, title_of


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("Støjmåling.xlsx", "Støjmåling.xlsx"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Brugere\Karen\budget.pdf", "budget.pdf"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("to\nlinjer\t.pdf", "tolinjer.pdf"),
        ('hvad? "nu" <her>.pdf', "hvad nu her .pdf"),
        ("", "bilag"),
        ("..", "bilag"),
        ("\u200b\u200b", "bilag"),
        ("a" * 300 + ".docx", "a" * (LONGEST - 5) + ".docx"),
        ("Ba\u030adplads.pdf", "Bådplads.pdf"),
    ],
)
def test_a_name_is_made_fit(given_name, name):
    assert safe_name(given_name) == name


@given(st.text())
def test_no_name_can_lead_anywhere_or_hide_anything(given_name):
    name = safe_name(given_name)
    assert name
    assert len(name) <= LONGEST
    assert not set(name) & set('/\\\0\n\u202e:"')
    assert all(unicodedata.category(sign)[0] != "C" for sign in name)
    assert safe_name(name) == name


@given(st.text(min_size=1, max_size=400))
def test_the_ending_of_a_long_name_is_kept(start):
    assert safe_name(f"x{start}y.docx").endswith(".docx")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Støjmåling_2026.xlsx", "Støjmåling 2026"),
        ("Bilag 1.2 Kort.pdf", "Bilag 1.2 Kort"),
        (".pdf", ".pdf"),
        ("notat", "notat"),
        ("___", "bilag"),
    ],
)
def test_the_first_title_is_the_name_without_its_ending(name, title):
    assert title_of(name) == title
