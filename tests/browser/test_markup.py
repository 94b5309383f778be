"""The pages' HTML is what it says it is."""

from collections import Counter
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from lxml import etree

from tests.browser.pages import KINDS

# lxml's HTML parser is of before HTML 5 and knows neither these elements nor SVG.
NEWER = {"header", "main", "nav", "footer", "section", "article", "svg", "use", "mark", "aside"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_markup_is_well_formed(site, kind):
    with urlopen(quote(f"{site}{KINDS[kind]}", safe=":/?&=")) as page:
        source = page.read()
    parser = etree.HTMLParser()
    tree = etree.fromstring(source, parser)
    faults = [
        fault.message
        for fault in parser.error_log
        if not any(f"Tag {name} invalid" in fault.message for name in NEWER)
    ]
    assert faults == []
    names = Counter(each for each in tree.xpath("//@id"))
    assert [name for name, count in names.items() if count > 1] == []
    for labelled in tree.xpath("//@aria-labelledby"):
        assert labelled in names
