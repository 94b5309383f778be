"""What the guard finds in a finished file, how grave it is, and who has answered for letting it pass."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

LONGEST_SHOWN = 120


class Kind(StrEnum):
    """What was found."""

    CLOSED_TEXT = "closed_text"
    PERSONAL_NUMBER = "personal_number"
    UNREADABLE = "unreadable"
    GUIDANCE_TEXT = "guidance_text"
    TRACKED_CHANGE = "tracked_change"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden_text"
    MISSING_ATTACHMENT = "missing_attachment"
    WITHDRAWN = "withdrawn"
    PHONE = "phone"
    PRIVATE_MAIL = "private_mail"
    POSTAL_ADDRESS = "postal_address"


class Severity(StrEnum):
    """What a finding does to a publication."""

    STOPS_FOR_EVER = "stops_for_ever"
    STOPS = "stops"  # until a second person answers for it
    WARNS = "warns"


SEVERITIES = {
    Kind.CLOSED_TEXT: Severity.STOPS_FOR_EVER,
    Kind.PERSONAL_NUMBER: Severity.STOPS_FOR_EVER,
    Kind.UNREADABLE: Severity.STOPS_FOR_EVER,
    Kind.GUIDANCE_TEXT: Severity.STOPS,
    Kind.TRACKED_CHANGE: Severity.STOPS,
    Kind.COMMENT: Severity.STOPS,
    Kind.HIDDEN_TEXT: Severity.STOPS,
    Kind.MISSING_ATTACHMENT: Severity.STOPS,
    Kind.WITHDRAWN: Severity.STOPS,
    Kind.PHONE: Severity.WARNS,
    Kind.PRIVATE_MAIL: Severity.WARNS,
    Kind.POSTAL_ADDRESS: Severity.WARNS,
}

SENTENCES = {
    Kind.CLOSED_TEXT: "her står lukket tekst fra {origin}",
    Kind.PERSONAL_NUMBER: "her står et CPR-nummer",
    Kind.UNREADABLE: "{origin}",
    Kind.GUIDANCE_TEXT: "her står en vejledning fra skabelonen",
    Kind.TRACKED_CHANGE: "her er en rettelse, som hverken er godkendt eller afvist",
    Kind.COMMENT: "her er en kommentar",
    Kind.HIDDEN_TEXT: "her er tekst, som ikke kan ses",
    Kind.MISSING_ATTACHMENT: "filen mangler",
    Kind.WITHDRAWN: "det er trukket tilbage før",
    Kind.PHONE: "her står et telefonnummer",
    Kind.PRIVATE_MAIL: "her står en privat mailadresse",
    Kind.POSTAL_ADDRESS: "her står en postadresse",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the files: `file` and the files `inside` it, outermost first, as people know them; `where`
    in the last of them in Danish ("side 3", "egenskaber"), "" for the whole; `page` from 1 if it has one."""

    file: str
    inside: tuple[str, ...] = ()
    where: str = ""
    page: int | None = None

    def __str__(self) -> str:
        path = "/".join((self.file, *self.inside))
        return f"{path}, {self.where}" if self.where else path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not get out, or that a person should look at.

    `sentence` says where and what, and may be read by everybody; `secret` is what was found, for those
    who may see it, as `in_full` has it. `origin` says where closed text comes from.
    """

    kind: Kind
    place: Place
    secret: str = ""
    origin: str = ""
    sha256: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.kind]

    @property
    def stops(self) -> bool:
        return self.severity is not Severity.WARNS

    @property
    def sentence(self) -> str:
        """It in Danish, without what was found."""
        return f"{self.place}: {self._said.rstrip('.')}."

    @property
    def in_full(self) -> str:
        """It in Danish with what was found: only for those who may see what is closed."""
        if not self.secret:
            return self.sentence
        return f"{self.place}: {self._said.rstrip('.')}: »{shortened(self.secret)}«."

    @property
    def fingerprint(self) -> str:
        """The same wherever the same thing is found: what a second person answers for."""
        words = " ".join(self.secret.split())
        said = "\n".join((self.kind, words, *filter(None, [self.sha256])))
        return sha256(said.encode(errors="replace")).hexdigest()

    @property
    def _said(self) -> str:
        return SENTENCES[self.kind].format(origin=self.origin)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A second person's answer: this finding may pass in this document, and why.

    `document` is what `Document.name` gives, `finding` a finding's fingerprint.
    """

    document: str
    finding: str
    by: str
    at: datetime
    why: str

    def lets_pass(self, finding: Finding, document: str, publisher: str) -> bool:
        """Whether it holds: by somebody other than the publisher, with a reason, for what may be waived."""
        return (
            finding.severity is Severity.STOPS
            and (self.document, self.finding) == (document, finding.fingerprint)
            and known_as(self.by) not in ("", known_as(publisher))
            and self.why.strip() != ""
        )


def known_as(name: str) -> str:
    return " ".join(name.casefold().split())


def shortened(text: str) -> str:
    """One line of it, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN].rstrip()} …"
