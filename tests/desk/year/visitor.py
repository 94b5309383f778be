"""A person at the desk: opens pages, fills in forms, and reads what is there."""

from dataclasses import dataclass

from django.test import Client
from lxml import html


@dataclass(frozen=True)
class Page:
    """A page that somebody has open. Places on it are given as XPath."""

    status: int
    content: str

    def texts(self, place: str) -> list[str]:
        """The words of each element at the place, with single spaces."""
        found = html.fromstring(self.content).xpath(place)
        return [" ".join(each.text_content().split()) for each in found]

    def text(self, place: str = "//main") -> str:
        """The words of the first element at the place."""
        return self.texts(place)[0]

    def value(self, name: str, form: str = "//main//form") -> str | None:
        """What stands in the field of that name, in the first form at the place that has one."""
        found = html.fromstring(self.content)
        for field in found.xpath(f"{form}//*[@name='{name}']"):
            if field.tag == "textarea":
                return (field.text or "").strip()
            if field.tag == "select":
                chosen = field.xpath(".//option[@selected]/@value")
                return chosen[0] if chosen else None
            return field.get("value")
        raise AssertionError(f"there is no field {name}")

    def field(self, name: str) -> str:
        """What stands in the field with that id."""
        return str(html.fromstring(self.content).get_element_by_id(name).get("value"))

    def ticked(self, name: str) -> list[str]:
        """The values of the ticked boxes of that name."""
        return list(html.fromstring(self.content).xpath(f"//*[@name='{name}'][@checked]/@value"))

    def errors(self) -> list[str]:
        """What the page says is wrong."""
        wrong = "//*[contains(@class, 'form-error-message') or contains(@class, 'alert-error')]"
        return self.texts(wrong)


class Visitor:
    def __init__(self, client: Client) -> None:
        self.client = client

    def opens(self, address: str) -> Page:
        return self._page(self.client.get(f"/skrivebord/{address}"))

    def sends(self, address: str, /, **fields: object) -> Page:
        """What comes of sending a form: the page it leads to, or the form again."""
        return self._page(self.client.post(f"/skrivebord/{address}", fields, follow=True))

    def status(self, address: str, method: str = "get") -> int:
        return int(getattr(self.client, method)(f"/skrivebord/{address}").status_code)

    def _page(self, response) -> Page:
        return Page(response.status_code, response.content.decode())
