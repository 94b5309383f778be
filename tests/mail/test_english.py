"""Every sentence of the mails has its English."""

import gettext
import re
from pathlib import Path

import raadslag.mail

PACKAGE = Path(raadslag.mail.__file__).parent
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES"
SAID = (
    re.compile(r'{% translate "((?:[^"\\]|\\.)*)" %}'),
    re.compile(r'\b(?:_|gettext_lazy)\(\s*"((?:(?:[^"\\]|\\.)*"\s*")*(?:[^"\\]|\\.)*)"'),
)
BETWEEN_LINES = re.compile(r'"\s*"')


def test_every_string_has_an_english_translation_and_none_is_left_over():
    with (CATALOGUE / "django.mo").open("rb") as file:
        compiled = {key for key in gettext.GNUTranslations(file)._catalog if key}
    written = set(re.findall(r'^msgid "(.+)"$', (CATALOGUE / "django.po").read_text(), re.MULTILINE))
    paths = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html", ".txt")]
    found = [each for path in paths for pattern in SAID for each in pattern.findall(path.read_text())]
    said = {BETWEEN_LINES.sub("", each) for each in found}
    assert len(said) > 40
    assert said == compiled == written
