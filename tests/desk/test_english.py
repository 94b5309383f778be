"""The desk in English: every word that the desk and its tables say has its English."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

import raadslag

PACKAGE = Path(raadslag.__file__).parent
FOLDERS = ("desk", "models", "publishing")
CATALOGUE = Path("locale", "en", "LC_MESSAGES")
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
MARKS_IN_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(?:_|n?p?gettext)\({TEXT}(?:, ?{TEXT})*")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
CONTEXT_ENDS = "\x04"


def marked_in(code: str) -> Iterator[tuple[str, set[str]]]:
    """The strings that Python marks for translation, each with the values it names in one form or another."""
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        said = [word.value for word in call.args if isinstance(word, ast.Constant)]
        values = set(PLACEHOLDER.findall(" ".join(map(str, said))))
        if call.func.id in MARKS and said:
            yield said[0], values
        elif call.func.id in MARKS_IN_CONTEXT:
            yield f"{said[0]}{CONTEXT_ENDS}{said[1]}", values


def marked() -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for path in (each for folder in FOLDERS for each in PACKAGE.glob(f"{folder}/**/*.py")):
        said.update(marked_in(path.read_text()))
    for path in PACKAGE.glob("desk/templates/**/*.*"):
        for call in CALL.findall(templatize(path.read_text())):
            said.update(marked_in(f"{call})"))
    return said


def compiled(package: Path) -> dict[str, list[str]]:
    """What each string is in English: one text, or one for one and one for many."""
    with (package / CATALOGUE / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    english: dict[str, list[str]] = {}
    for key, text in catalogue.items():
        english.setdefault(key[0] if isinstance(key, tuple) else key, []).append(text)
    english.pop("")
    return english


@pytest.fixture(scope="module")
def english() -> dict[str, list[str]]:
    return compiled(PACKAGE)


def test_every_string_of_the_desk_has_an_english_translation_and_none_is_left_over(english):
    said = marked()
    assert len(said) > 1000
    assert said.keys() == english.keys()


def test_the_compiled_catalogue_is_of_the_written_one_and_no_text_is_a_guess(english):
    written = (PACKAGE / CATALOGUE / "django.po").read_text()
    assert "fuzzy" not in written
    texts = re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', written.partition("\n\n")[2], re.MULTILINE)
    said = sorted(text for texts in english.values() for text in texts)
    assert sorted(text.replace('\\"', '"') for text in texts) == said


def test_english_names_the_same_values_as_danish(english):
    named = {string: values for string, values in marked().items() if string in english}
    assert {string: set(PLACEHOLDER.findall(" ".join(english[string]))) for string in named} == named


@pytest.mark.parametrize("package", ["public", "mail"])
def test_what_is_said_in_two_places_is_the_same_in_english(english, package):
    other = compiled(PACKAGE / package)
    shared = english.keys() & other.keys()
    assert shared
    assert {string: english[string] for string in shared} == {string: other[string] for string in shared}


@pytest.mark.parametrize(
    ("address", "heading"),
    [("/en/skrivebord/", "Waiting for you"), ("/en/skrivebord/indstillinger/ny", "New paper")],
)
def test_anna_reads_the_desk_in_english(client_of, address, heading):
    page = client_of("anna").get(address)
    assert page.status_code == 200
    said = page.content.decode()
    assert '<html lang="en"' in said
    assert heading in said
    assert "Annual wheel" in said
    assert "Årshjul" not in said
