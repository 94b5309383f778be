"""What search engines are told."""

from lxml import etree

from tests.public.conftest import MINUTES


def test_search_pages_are_not_for_them(clara):
    told = clara.get("/robots.txt").content.decode()
    assert "Disallow: /soeg" in told
    assert "Sitemap: http://testserver/sitemap.xml" in told


def test_the_sitemap_has_bodies_documents_and_items_that_can_be_opened(clara):
    tree = etree.fromstring(clara.get("/sitemap.xml").content)
    addresses = [each.text.removeprefix("http://testserver") for each in tree.iter("{*}loc")]
    assert {"/", "/moeder/byraadet/", MINUTES, f"{MINUTES}punkt-2", f"{MINUTES}punkt-6"} <= set(addresses)
    assert len(addresses) == len(set(addresses))
    assert [each for each in addresses if clara.get(each).status_code != 200] == []
    assert not any("version-" in each for each in addresses)
