"""What is asked of a Word file, and what was found in it."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from raadslag.prose.paper import SectionKind


class UnreadableWord(Exception):
    """The file cannot be read as Word. The message is one Danish sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A section that a Word file may fill. `guidance` stands in the template, and is never content."""

    key: str
    heading: str
    kind: SectionKind = SectionKind.PROSE
    guidance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSection:
    """What the file had for a section: clean HTML, or clauses without their marks."""

    key: str
    html: str = ""
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPicture:
    """A picture in the file. In the HTML it lies at `address`, until it is kept somewhere of its own."""

    address: str
    media_type: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FromWord:
    """All that was in a Word file.

    `fields` are by name: title, to, from, dated_on, case_number, caseworker, phone, email. `unplaced` is
    clean HTML, a text for each stretch that belongs to no section.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[FilledSection, ...] = ()
    unplaced: tuple[str, ...] = ()
    pictures: tuple[WordPicture, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """As plain data, for the way out of the process that read the file."""
        return {
            "fields": dict(self.fields),
            "sections": [[each.key, each.html, list(each.clauses)] for each in self.sections],
            "unplaced": list(self.unplaced),
            "pictures": [
                [each.address, each.media_type, b64encode(each.data).decode("ascii"), each.alt]
                for each in self.pictures
            ],
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "FromWord":
        """The value that such data holds."""
        return cls(
            fields=data["fields"],
            sections=tuple(_sections(data["sections"])),
            unplaced=tuple(data["unplaced"]),
            pictures=tuple(
                WordPicture(address=address, media_type=kind, data=b64decode(text), alt=alt)
                for address, kind, text, alt in data["pictures"]
            ),
        )

    def with_addresses(self, addresses: Mapping[str, str]) -> "FromWord":
        """The same with each picture at the address that it has been given."""

        def moved(html: str) -> str:
            for old, new in addresses.items():
                html = html.replace(f'src="{old}"', f'src="{new}"')
            return html

        return FromWord(
            fields=self.fields,
            sections=tuple(
                FilledSection(key=each.key, html=moved(each.html), clauses=each.clauses)
                for each in self.sections
            ),
            unplaced=tuple(map(moved, self.unplaced)),
            pictures=self.pictures,
        )


def _sections(data: list[Any]) -> Iterator[FilledSection]:
    for key, html, clauses in data:
        yield FilledSection(key=key, html=html, clauses=tuple(clauses))
