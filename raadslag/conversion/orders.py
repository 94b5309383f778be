"""What is asked of the program within the sandbox, and what it answers: JSON beside the files."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from raadslag.conversion.finding import Finding
from raadslag.conversion.kind import Kind

ORDER, ANSWER, GIVEN, MADE = "order.json", "answer.json", "given", "made"


class Work(StrEnum):
    """What the program can do."""

    CLEAN_OFFICE = "clean-office"
    FINISH = "finish"
    RECOGNISE = "recognise"


@dataclass(frozen=True)
class Order:
    """Do this with the file that is given. `pages` are those to be recognised, from 1."""

    work: Work
    kind: Kind
    name: str
    most_pages: int
    pages: tuple[int, ...] = ()

    def to_json(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Order":
        data = json.loads(text)
        return cls(
            Work(data["work"]), Kind(data["kind"]), data["name"], data["most_pages"], tuple(data["pages"])
        )


@dataclass(frozen=True)
class Enclosed:
    """A file in an e-mail, by the name that it has there."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Made:
    """What came of the work. `pictures` are the pages, from 1, that are pictures without text."""

    data: bytes
    findings: tuple[Finding, ...] = ()
    texts: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


class Outcome(StrEnum):
    """How the work ended."""

    MADE = "made"
    REFUSED = "refused"
    FAULT = "fault"


@dataclass(frozen=True)
class Answer:
    """How the work ended, in words where it failed, and all of what was made but the files."""

    outcome: Outcome
    words: str = ""
    findings: tuple[Finding, ...] = ()
    texts: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
    enclosed: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        data = asdict(self) | {"findings": [finding.to_data() for finding in self.findings]}
        return json.dumps(data).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Answer":
        """Raises ValueError, KeyError and TypeError for what is no answer."""
        data: dict[str, Any] = json.loads(text)
        return cls(
            outcome=Outcome(data["outcome"]),
            words=str(data["words"]),
            findings=tuple(Finding.from_data(each) for each in data["findings"]),
            texts=tuple(map(str, data["texts"])),
            pictures=tuple(map(int, data["pictures"])),
            enclosed=tuple(map(str, data["enclosed"])),
        )


def part(number: int) -> str:
    """The file that holds an enclosed file, by its place from 0."""
    return f"part-{number}"
