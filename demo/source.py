"""The hand-written source in lindevad/: bodies, meetings, and cases with their way through the bodies."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

LINDEVAD = Path(__file__).parent / "lindevad"


@dataclass(frozen=True, slots=True)
class Body:
    """A body; `first` and `last` are the standing items around every meeting's cases."""

    name: str
    chair: str
    chair_role: str
    minute_taker: str
    place: str
    time: tuple[str, str]
    members: tuple[str, ...]
    first: tuple[Mapping[str, Any], ...]
    last: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One document of one meeting; `form` is the kind of document, see the top of moeder.toml.

    `misprints` maps a case number to the decision that the minutes' first version gave it.
    """

    body: str
    on: date
    form: str
    stage: str = "minutes"
    supplement: int | None = None
    also_agenda: bool = False
    place: str | None = None
    time: tuple[str, str] | None = None
    notes: tuple[str, ...] = ()
    apologies: tuple[tuple[str, str], ...] = ()
    substitutes: tuple[tuple[str, str], ...] = ()
    prose: tuple[tuple[str, str, str, str], ...] = ()
    misprints: Mapping[str, str] | None = None

    @property
    def key(self) -> str:
        """What a case's treatments call the meeting: "byraad 2026-02-25"."""
        return f"{self.body} {self.on}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """An attachment of a case: `sort` says how it looks (note, table, map, paper, agenda, missing)."""

    title: str
    sort: str
    text: str = ""
    closed: bool = False
    to: str = ""
    from_: str = ""
    on: date | None = None
    caseworker: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """A case at one meeting. `text` replaces the case's own sections and attachments."""

    at: str
    title: str | None = None
    kind: str | None = None
    text: str | None = None
    recommendation: tuple[str, ...] | None = None
    decision: str | None = None
    outcome: str = "other"
    votes: tuple[tuple[Any, ...], ...] = ()
    dissents: tuple[tuple[str, str], ...] = ()
    follow_ups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case; `closed` is the ground for treating it behind closed doors."""

    number: str
    title: str
    kind: str = "decision"
    closed: str | None = None
    supplement: bool = False
    sections: tuple[tuple[str, str], ...] = ()
    recommendation: tuple[str, ...] = ()
    attachments: tuple[Appendix, ...] = ()
    treatments: tuple[Treatment, ...] = ()


class Municipality:
    """Everything that was written by hand, checked to hang together."""

    def __init__(self, folder: Path = LINDEVAD) -> None:
        about = _toml(folder / "kommune.toml")
        self.authority: str = about["authority"]
        self.bodies = {key: Body(**_frozen(body)) for key, body in about["bodies"].items()}
        self.meetings = tuple(_meeting(each) for each in _toml(folder / "moeder.toml")["meeting"])
        sources = sorted((folder / "sager").glob("*.toml"))
        self.cases = tuple(_case(each) for source in sources for each in _toml(source)["case"])
        unknown = {each.at for case in self.cases for each in case.treatments} - {
            m.key for m in self.meetings
        }
        if unknown:
            raise ValueError(f"no such meetings: {', '.join(sorted(unknown))}")

    @cached_property
    def on_the_agenda(self) -> Mapping[str, tuple[tuple[Case, Treatment], ...]]:
        """The cases of each meeting, open ones first, by the meeting's key."""
        agenda: dict[str, list[tuple[Case, Treatment]]] = {meeting.key: [] for meeting in self.meetings}
        for case in sorted(self.cases, key=lambda case: (case.closed is not None, case.number)):
            for treatment in case.treatments:
                agenda[treatment.at].append((case, treatment))
        return {key: tuple(cases) for key, cases in agenda.items()}

    def hours(self, meeting: Meeting) -> tuple[datetime, datetime]:
        """When a meeting starts and ends."""
        starts, ends = meeting.time or self.bodies[meeting.body].time
        return at_hour(meeting.on, starts), at_hour(meeting.on, ends)


def at_hour(on: date, clock: str) -> datetime:
    """The day at "18:00"."""
    return datetime.combine(on, time.fromisoformat(clock))


def paragraphs(text: str) -> str:
    """A text of the source without the source's indentation."""
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    return filter(None, (line.strip() for line in text.splitlines()))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _meeting(data: dict[str, Any]) -> Meeting:
    return Meeting(**_frozen(data) | {"on": date.fromisoformat(data["on"])})


def _case(data: dict[str, Any]) -> Case:
    data["sections"] = [[heading, paragraphs(text)] for heading, text in data.get("sections", ())]
    made = {
        "attachments": tuple(map(_appendix, data.get("attachments", ()))),
        "treatments": tuple(Treatment(**_frozen(each)) for each in data["treatments"]),
    }
    return Case(**_frozen(data) | made)


def _appendix(data: dict[str, Any]) -> Appendix:
    on = data.get("on")
    return Appendix(
        title=data["title"],
        sort=data["sort"],
        text=paragraphs(data.get("text", "")),
        closed=data.get("closed", False),
        to=data.get("to", ""),
        from_=data.get("from", ""),
        on=date.fromisoformat(on) if on else None,
        caseworker=data.get("caseworker", ""),
        phone=data.get("phone", ""),
        email=data.get("email", ""),
    )
