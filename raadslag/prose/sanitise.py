"""Rich text from anywhere, made safe and brought into the one form that is kept."""

from dataclasses import dataclass
from enum import StrEnum

from raadslag.prose.blocks import images
from raadslag.prose.parsing import parsed
from raadslag.prose.rendering import html_of


class Fault(StrEnum):
    """What somebody must mend in a text."""

    NO_ALT = "no alt"
    FOREIGN_IMAGE = "foreign image"


@dataclass(frozen=True, slots=True)
class Faulty:
    """A fault at the image that is number `image` in the text, counted from 1."""

    fault: Fault
    image: int
    alt: str = ""


def sanitise(html: str) -> str:
    """The HTML with only what rich text may hold. Doing it again changes nothing."""
    return html_of(parsed(html).blocks)


def faults(html: str) -> tuple[Faulty, ...]:
    """Images that are kept without words for those who cannot see them, and images that are not kept."""
    found = parsed(html)
    kept = enumerate(images(found.blocks), start=1)
    foreign = enumerate(found.foreign_images, start=1)
    return (
        *(Faulty(Fault.NO_ALT, at) for at, image in kept if not image.alt),
        *(Faulty(Fault.FOREIGN_IMAGE, at, alt) for at, alt in foreign),
    )
