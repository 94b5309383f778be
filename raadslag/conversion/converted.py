"""What comes of a conversion."""

from dataclasses import dataclass

from raadslag.conversion.finding import Finding
from raadslag.conversion.kind import Kind


@dataclass(frozen=True)
class Part:
    """A file that came with an e-mail. `kind` is None where it cannot be converted, and `why` says why."""

    name: str
    data: bytes
    kind: Kind | None
    why: str = ""


@dataclass(frozen=True)
class Converted:
    """A file as a PDF that can be shown, printed and published, and what was done to make it so.

    `texts` has each page's text, in order. `recognised` tells that text was recognised in pictures of it.
    """

    kind: Kind
    pdf: bytes
    texts: tuple[str, ...]
    recognised: bool = False
    findings: tuple[Finding, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def pages(self) -> int:
        return len(self.texts)

    @property
    def text(self) -> str:
        """The pages' texts, with a form feed between them."""
        return "\f".join(self.texts)
