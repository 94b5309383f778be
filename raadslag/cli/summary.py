"""A reading as a person reads it in a terminal: the meeting, its items, and what the reader doubts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from raadslag.reading import Reading
from raadslag.reading.account import Use
from raadslag.record import Attachment, Attendance, Doubt, Item, MeetingRecord, Part, Presence
from raadslag.record.danish import OUTCOMES, PRESENCES, STAGES, period

SHOWN_DOUBTS = 5
LONGEST_QUOTE = 60
INDENT = 4


def summary(reading: Reading, console: Console) -> str:
    """The summary of a reading, set for a console."""
    with console.capture() as shown:
        console.print(meeting(reading.record))
        console.print()
        console.print(account(reading))
    return "\n".join(line.rstrip() for line in shown.get().splitlines())


def meeting(record: MeetingRecord) -> Group:
    """A meeting: its head and its items, and inside them the meetings and papers that are attached."""
    parts: list[RenderableType] = [Text(_title(record), style="bold")]
    parts += [Text(line) for line in _head(record)]
    if record.items:
        parts += [Text(), _items(record.items)]
    return Group(*parts)


def account(reading: Reading) -> Group:
    """How many of the document's lines became what, and the first of its doubts."""
    uses = Counter(entry.use for entry in reading.entries)
    total = _counted(sum(uses.values()), "linje", "linjer")
    counts = Text.assemble(
        (f"{total} læst: ", "bold"),
        f"{_thousands(uses[Use.VALUE])} blev til indhold, {_thousands(uses[Use.FURNITURE])} er sidehoveder "
        f"o.l., og {_thousands(uses[Use.DOUBT])} er der tvivl om.",
    )
    doubts = reading.record.doubts
    parts: list[RenderableType] = [counts, *(_doubt(doubt) for doubt in doubts[:SHOWN_DOUBTS])]
    if len(doubts) > SHOWN_DOUBTS:
        parts.append(
            Text(f"… og {_thousands(len(doubts) - SHOWN_DOUBTS)} til. Se dem alle med --json.", style="dim")
        )
    return Group(*parts)


def _title(record: MeetingRecord) -> str:
    stage = STAGES[record.stage]
    if record.supplement is not None:
        stage = f"tillægsdagsorden {record.supplement}"
    names = [name for name in (record.authority, record.body) if name]
    return f"{', '.join(names)}: {stage}" if names else stage.capitalize()


def _head(record: MeetingRecord) -> Iterator[str]:
    if record.starts_at:
        yield period(record.starts_at, record.ends_at).capitalize()
    if record.place:
        yield record.place
    for label, name in (("Mødeleder", record.chair), ("Referent", record.minute_taker)):
        if name:
            yield f"{label}: {name}"
    if record.attendance:
        yield f"Deltagere: {_attendance(record.attendance)}"


def _attendance(attendance: Sequence[Attendance]) -> str:
    counts = Counter(each.status for each in attendance)
    return ", ".join(f"{counts[status]} {PRESENCES[status]}" for status in Presence if counts[status])


def _items(items: Sequence[Item]) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", max_width=22)
    for item in items:
        outcome = OUTCOMES[item.decision.outcome] if item.decision else ""
        table.add_row(Text(item.number or "–"), _item(item), Text(outcome, style="cyan"))
    return table


def _item(item: Item) -> Group:
    """An item's title, with the rest of it in a quieter line below, and what is nested in it."""
    facts = [fact for fact in (item.case_number, _closed(item), _attachments(item.attachments)) if fact]
    parts: list[RenderableType] = [Text(item.title, style="bold")]
    if facts:
        parts.append(Text(" · ".join(facts), style="dim"))
    parts += [
        Padding(_nested(each), (0, 0, 0, INDENT)) for each in item.attachments if each.record or each.paper
    ]
    return Group(*parts)


def _closed(item: Item) -> str:
    return "lukket" if item.part is Part.CLOSED else ""


def _attachments(attachments: Sequence[Attachment]) -> str:
    return f"{len(attachments)} bilag" if attachments else ""


def _nested(attachment: Attachment) -> RenderableType:
    if attachment.record:
        return Group(Text(), meeting(attachment.record), Text())
    assert attachment.paper
    clauses = _counted(len(attachment.paper.recommendation), "at-punkt", "at-punkter")
    return Text(f"Indstilling: {attachment.paper.title or attachment.title} ({clauses})", style="italic")


def _doubt(doubt: Doubt) -> Padding:
    quote = doubt.text if len(doubt.text) <= LONGEST_QUOTE else doubt.text[: LONGEST_QUOTE - 1] + "…"
    place = Text(f"Side {doubt.page}, linje {doubt.line}: ", style="yellow")
    return Padding(Group(place + Text(f"»{quote}«"), Text(doubt.why, style="dim")), (0, 0, 0, 2))


def _counted(number: int, one: str, many: str) -> str:
    return f"{_thousands(number)} {one if number == 1 else many}"


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
