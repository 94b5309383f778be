"""What a mail says, before it is text and HTML."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language

from raadslag.mail.addresses import address


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and the path of the page it leads to, "" for none."""

    text: str
    path: str = ""

    @property
    def address(self) -> str:
        """Where it leads, in the language of the letter."""
        return address(self.path, get_language()) if self.path else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words, in the language that is active. They name nothing that is on an agenda or in a paper.

    `facts` are labels with their values, `button` is what the reader came to do.
    """

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    groups: tuple[Group, ...] = ()
    button: Line | None = None
    decline: Line | None = None

    @property
    def text(self) -> str:
        return render_to_string("mail/letter.txt", self._context)

    @property
    def html(self) -> str:
        return render_to_string("mail/letter.html", self._context)

    @property
    def _context(self) -> dict[str, object]:
        return {"letter": self, "municipality": settings.MUNICIPALITY, "language": get_language()}
