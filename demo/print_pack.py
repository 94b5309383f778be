"""A meeting as a printed pack in plain text: narrow pages, broken words, attachments among the items."""

from collections.abc import Iterator

from demo.source import Appendix, Meeting
from demo.typeset import paper_parts
from raadslag.record import Attachment, Item, MeetingRecord, Part, danish

WIDTH = 84
NARROW = 56
LINES_OF_A_PAGE = 46

# where the printer breaks a word that does not fit
BREAKS = {
    whole.replace("-", ""): whole
    for whole in (
        *("behand-ling", "hjemme-pleje", "konklu-deres", "kriminal-præventive", "landsby-erne"),
        *("læsevejleder-nes", "medarbejder-timer", "syge-fraværet", "under-visning", "åbnings-tid"),
    )
}


def print_pack(meeting: Meeting, record: MeetingRecord, appendices: dict[tuple[int, int], Appendix]) -> str:
    """The pack; pages end with a form feed."""
    pages = [[*_head(meeting, record)]]
    for at, item in enumerate(record.items):
        pages[-1] += _item(item)
        for inner, attachment in enumerate(item.attachments):
            stamp = f"Punkt {item.number}, Bilag {attachment.number}: {attachment.title}"
            if attachment.record and not attachment.title.endswith(".docx"):
                pages.append([*_nested(attachment.record)])
            else:
                sheets = _sheets(attachment, appendices.get((at, inner)))
                pages += [[*sheet, "", stamp] for sheet in sheets]
            pages.append([])
    return "\f".join("\n".join(page) + "\n" for page in pages if page)


def _head(meeting: Meeting, record: MeetingRecord) -> Iterator[str]:
    assert record.starts_at is not None
    assert record.ends_at is not None
    yield from (f"Rådmandsmøder {record.term} ({record.body})", "")
    yield from (f"{record.starts_at:%d-%m-%Y %H:%M} - {record.ends_at:%H:%M}", "")
    yield from (record.place or "", "")
    told = [_presence(*each) for each in meeting.prose] + [f"{record.minute_taker} tager referat."]
    yield f"Information:{told[0]}"
    for sentence in told[1:]:
        yield from ("", sentence)


def _presence(person: str, starts: str, ends: str, topic: str) -> str:
    if not topic:
        return f"{person} deltager fra {starts} til {ends}"
    return (
        f"{person} deltager fra {starts.replace(':', '.')} - {ends.replace(':', '.')} til punktet om {topic}."
    )


def _item(item: Item) -> Iterator[str]:
    title = f"{'Lukket: ' if item.part is Part.CLOSED else ''}{item.title}"
    yield from _wrapped(f"Punkt {item.number}: {title}", WIDTH)
    yield ""
    for line in (item.case_number, item.closed_ground):
        if line:
            yield from (line, "")
    for section in item.sections:
        if section.heading:
            yield from (section.heading, "")
        yield from _paragraphs(section.text, WIDTH)
    if item.recommendation:
        yield from ("Indstilling", "")
        for number, clause in enumerate(item.recommendation, 1):
            yield from _paragraphs(f"At {number}) {clause}", WIDTH)
    if not item.sections and not item.recommendation:
        yield from (".", "")
    if item.decision:
        yield from _wrapped(f"Beslutning for Punkt {item.number}: {title}", WIDTH)
        yield ""
        yield from _paragraphs(item.decision.text, WIDTH)
        for follow_up in item.decision.follow_ups:
            yield from _paragraphs(follow_up.text, WIDTH)


def _nested(record: MeetingRecord) -> Iterator[str]:
    """An earlier meeting, whole, with no heading of its own."""
    yield f"Information:{record.minute_taker} tager referat."
    for item in record.items:
        yield from _item(item)


def _sheets(attachment: Attachment, appendix: Appendix | None) -> list[list[str]]:
    if attachment.record:
        return _paged([*_agenda(attachment.record)])
    if attachment.paper:
        parts = paper_parts(attachment.paper)
        lines = ["Indstilling", "", *_paragraphs(attachment.paper.title or "", NARROW)]
        for section in parts["sections"]:
            lines += [section["heading"], ""]
            lines += [line for text in section["lines"] for line in _paragraphs(text, NARROW)]
        lines += parts["foot"]
        first, *rest = _paged(lines)
        sheets = [[*first, "", *parts["margin"]], *rest]
        return [[f"side {number} af {len(sheets)}", "", *sheet] for number, sheet in enumerate(sheets, 1)]
    assert appendix is not None
    heading = [appendix.title.rpartition(".")[0], ""]
    cells = [
        line for text in appendix.text.splitlines() for line in _paragraphs(text.replace(" | ", "   "), WIDTH)
    ]
    return [[*heading, *cells]]


def _agenda(record: MeetingRecord) -> Iterator[str]:
    assert record.starts_at is not None
    assert record.ends_at is not None
    hours = f"{danish.clock(record.starts_at)} – {danish.clock(record.ends_at)}"
    yield from ("Em-", "ne:", "", record.body or "", "")
    yield from (
        f"Mødedato: {danish.day(record.starts_at)}",
        f"Mødetid: Kl. {hours}",
        f"Mødested: {record.place}",
        "",
    )
    yield from ("Dagsorden kort:", "")
    yield from (f"{item.number}. {item.title}" for item in record.items)
    yield ""
    for item in record.items:
        yield from _wrapped(f"{item.number}. {item.title}", NARROW)
        yield ""
        for label, text in (
            ("Baggrund/formål", item.purpose),
            ("Metode", item.method),
            ("Ansvarlig", item.responsible),
            ("Tid", _hours_of(item)),
        ):
            if text:
                yield from _paragraphs(f"{label}: {text}", NARROW)
        if item.attachments:
            yield "Bilag:"
            for each in item.attachments:
                yield f"- {each.title}"
            yield ""


def _hours_of(item: Item) -> str:
    assert item.starts_at is not None
    assert item.ends_at is not None
    minutes = (item.ends_at.hour - item.starts_at.hour) * 60 + item.ends_at.minute - item.starts_at.minute
    return f"{danish.clock(item.starts_at)} – {danish.clock(item.ends_at)} ({minutes} min.)"


def _paged(lines: list[str]) -> list[list[str]]:
    return [lines[at : at + LINES_OF_A_PAGE] for at in range(0, len(lines), LINES_OF_A_PAGE)]


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for paragraph in text.splitlines():
        yield from _wrapped(paragraph, width)
        yield ""


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines, a word that has a known break broken where it does not fit."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if len(longer) <= width:
            line = longer
            continue
        start, rest = _broken(word, width - len(line) - 1)
        yield f"{line} {start}".strip()
        line = rest
    if line:
        yield line


def _broken(word: str, room: int) -> tuple[str, str]:
    """The part of the word that fits with a hyphen, and the rest."""
    bare = word.rstrip(".,;:")
    start = BREAKS.get(bare.lower(), "").partition("-")[0]
    if not start or len(start) + 1 > room:
        return "", word
    return f"{word[: len(start)]}-", word[len(start) :]
