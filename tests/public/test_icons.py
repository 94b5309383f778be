"""The icons that the front end brings are those that the templates use."""

import re
from pathlib import Path

import raadslag

PACKAGE = Path(raadslag.__file__).parent


def test_no_icon_is_missing_and_none_is_brought_in_vain():
    build = (PACKAGE / "public/frontend/build.mjs").read_text()
    brought = set(re.findall(r'"([a-z-]+)"', build[build.index("const ICONS") : build.index("];")]))
    pages = "".join(path.read_text() for path in PACKAGE.rglob("*.html"))
    used = set(re.findall(r'{% icon "([a-z-]+)" %}', pages))
    used |= {"document", "file-pdf", "file-word", "lock"}  # raadslag.public.item chooses among these
    assert brought == used
