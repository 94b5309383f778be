"""The pages in English: the site's words in English, the record's in Danish."""

import gettext
import re
from datetime import datetime
from pathlib import Path

import raadslag.public
from raadslag.public import english
from raadslag.record import danish
from tests.public.conftest import MINUTES
from tests.public.pages import open_page

PACKAGE = Path(raadslag.public.__file__).parent
# what the templates and views ask to have translated
IN_TEMPLATES = re.compile(r'{% translate "((?:[^"\\]|\\.)*)" %}')
IN_CODE = re.compile(r'\b(?:_|gettext_noop)\(\s*"((?:[^"\\]|\\.)*)"')


def test_every_string_has_an_english_translation():
    folder = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.mo"
    with folder.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    said = {
        string
        for pattern, suffix in ((IN_TEMPLATES, "*.html"), (IN_CODE, "*.py"))
        for path in PACKAGE.rglob(suffix)
        for string in pattern.findall(path.read_text())
    }
    assert len(said) > 100
    assert {string for string in said if string not in catalogue._catalog} == set()


def test_the_compiled_catalogue_is_of_the_written_one():
    folder = PACKAGE / "locale" / "en" / "LC_MESSAGES"
    written = re.findall(r'^msgid "(.+)"$', (folder / "django.po").read_text(), re.MULTILINE)
    with (folder / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    compiled = {key[0] if isinstance(key, tuple) else key for key in catalogue} - {""}
    assert compiled == {string.replace('\\"', '"') for string in written}


def test_english_has_every_word_that_danish_has():
    for name in ("STAGES", "PARTS", "KINDS", "OUTCOMES", "PRESENCES", "CHOICES"):
        assert getattr(english, name).keys() == getattr(danish, name).keys(), name


def test_clara_reads_the_site_in_english_and_the_decision_in_danish(clara):
    page = open_page(clara, f"/en{MINUTES}punkt-2")
    assert page.root.get("lang") == "en"
    assert page.texts("//article//h2")[:2] == ["Decision Approved", "Recommendation"]
    assert page.root.xpath("//article//p[contains(., 'Byrådet godkendte')]/@lang") == ["da"]
    assert "Wednesday 27 August 2025" in page.text()


def test_links_stay_in_the_language(clara):
    links = open_page(clara, f"/en{MINUTES}").links("//main//a").values()
    pages = [link for link in links if link.startswith("/") and "." not in link]
    assert pages
    assert all(link.startswith("/en/") for link in pages), pages


def test_each_page_names_itself_in_the_other_language(clara):
    danish_page = open_page(clara, MINUTES)
    assert danish_page.links("//header//a[@hreflang='en']") == {"English": f"http://testserver/en{MINUTES}"}
    english_page = open_page(clara, f"/en{MINUTES}")
    assert english_page.links("//header//a[@hreflang='da']") == {"Dansk": f"http://testserver{MINUTES}"}
    assert english_page.root.xpath("//link[@rel='canonical']/@href") == [f"http://testserver/en{MINUTES}"]


def test_english_dates_and_times():
    starts, ends = datetime(2025, 8, 27, 16), datetime(2025, 8, 27, 18, 30)
    assert english.period(starts, ends) == "Wednesday 27 August 2025, 16:00–18:30"
    assert english.period(starts) == "Wednesday 27 August 2025, 16:00"
