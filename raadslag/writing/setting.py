"""A record set out as a sheet: its fields as labelled paragraphs, in the order of reading."""

from collections.abc import Iterator

from raadslag.record import (
    Attachment,
    Attendance,
    Decision,
    Dissent,
    FollowUp,
    Item,
    MeetingRecord,
    Outcome,
    Paper,
    Part,
    Presence,
    Vote,
    danish,
    sheet,
)
from raadslag.record.sheet import FACTS, PERSON_FACTS, Block, Span, Style
from raadslag.writing.paragraphs import (
    Group,
    Role,
    Sheet,
    caption,
    facts,
    group,
    label,
    paragraphs,
    paragraphs_of,
    value,
    words,
)

STAGE_LABELS = {stage: label for label, stage in sheet.STAGES.items()}
SUPPLEMENT_LABELS = {stage: label for label, stage in sheet.SUPPLEMENTS.items()}
PRESENCE_LABELS = {presence: label for label, presence in sheet.PRESENCES.items()}
OUTCOME_LABELS = {outcome: label for label, outcome in sheet.OUTCOMES.items()}
VOTE_LABELS = {choice: label for label, choice in sheet.VOTES.items()}
# what a paper says of itself before its sections; the rest stands after them
PAPER_HEAD = ("to", "from", "dated_on", "case_number")


def set_out(record: MeetingRecord) -> Sheet:
    """The sheet of a record that is in normal form; `source` and `doubts` are not printed."""
    return tuple(_meeting(record))


def stage_of(record: MeetingRecord) -> str:
    """What the document calls itself: "Referat", "Tillægsdagsorden 1"."""
    if record.supplement is None:
        return STAGE_LABELS[record.stage]
    return f"{SUPPLEMENT_LABELS[record.stage]} {record.supplement}"


def title_of(record: MeetingRecord) -> str:
    """The document's title: "Byrådet – Referat – 27. august 2025"."""
    on = danish.day(record.starts_at) if record.starts_at else None
    return " – ".join(filter(None, (record.body, stage_of(record), on)))


def _meeting(record: MeetingRecord) -> Iterator[Block | Group]:
    yield Group(Role.HEAD, tuple(_head(record)))
    yield from group(Role.FACTS, facts(record, FACTS[MeetingRecord].values()))
    for note in record.notes:
        yield from paragraphs(Style.NOTE, label(sheet.NOTE), text=note)
    if record.attendance:
        yield Group(Role.PEOPLE, (caption("Deltagere"), *map(_person, record.attendance)))
    for item in record.items:
        yield Group(Role.ITEM, tuple(_item(item)))


def _head(record: MeetingRecord) -> Iterator[Block]:
    yield from paragraphs(Style.AUTHORITY, text=record.authority)
    yield from paragraphs(Style.BODY, text=record.body)
    if record.supplement is None:
        yield Block(Style.STAGE, (label(STAGE_LABELS[record.stage]),))
    else:
        yield Block(Style.STAGE, (label(SUPPLEMENT_LABELS[record.stage]), value(str(record.supplement))))


def _person(row: Attendance) -> Block:
    spans = [value(row.person)]
    if row.role is not None:
        spans += label(","), value(row.role)
    if row.status is not Presence.PRESENT:
        spans.append(label(PRESENCE_LABELS[row.status]))
    for name, field in PERSON_FACTS.items():
        held = getattr(row, "from_" if field == "from" else field)
        if field != "role" and held is not None:
            spans += label(name), value(words(held))
    return Block(Style.PERSON, tuple(spans))


def _item(item: Item) -> Iterator[Block | Group]:
    yield Block(Style.ITEM, _numbered(sheet.ITEM, item.number, item.title))
    if item.part is Part.CLOSED:
        yield Block(Style.CLOSED, (label(sheet.CLOSED_ITEM),))
    yield from paragraphs_of(Style.CLOSED, sheet.CLOSED_GROUND, item.closed_ground)
    if item.decision:
        yield Group(Role.DECISION, tuple(_decision(item.decision)))
    yield from group(Role.FACTS, facts(item, FACTS[Item].values()))
    yield from _recommendation(item.recommendation)
    for at, section in enumerate(item.sections):
        if section.heading is not None:
            yield Block(Style.HEADING, (value(section.heading),))
        elif at:
            yield Block(Style.HEADING, (label(sheet.UNTITLED_SECTION),))
        yield from paragraphs(Style.TEXT, text=section.text)
    if item.attachments:
        rows = [row for attachment in item.attachments for row in _attachment(attachment)]
        yield Group(Role.ATTACHMENTS, (caption("Bilag"), *rows))
    for attachment in item.attachments:
        yield from group(Role.PART, _part(attachment))


def _numbered(word: str, number: str | None, title: str) -> tuple[Span, ...]:
    """ "Punkt 3: title"; what has no number has its title alone."""
    if number is None:
        return (value(title),)
    return (label(word), value(number), label(sheet.TITLE), value(title))


def _decision(decision: Decision) -> Iterator[Block]:
    heading = [label(sheet.DECISION)]
    if decision.outcome is not Outcome.OTHER:
        heading.append(label(OUTCOME_LABELS[decision.outcome]))
    yield Block(Style.DECISION, tuple(heading))
    yield from paragraphs(Style.DECISION, text=decision.text)
    yield from map(_vote, decision.votes)
    for dissent in decision.dissents:
        yield from _dissent(dissent)
    for follow_up in decision.follow_ups:
        yield from _follow_up(follow_up)


def _vote(vote: Vote) -> Block:
    spans = [label(VOTE_LABELS[vote.choice])]
    if vote.count is not None:
        spans.append(value(str(vote.count)))
    for name, members in ((sheet.GROUPS, vote.groups), (sheet.PERSONS, vote.persons)):
        for at, member in enumerate(members):
            spans += label(sheet.NEXT if at else name), value(member)
    return Block(Style.VOTE, tuple(spans))


def _dissent(dissent: Dissent) -> Iterator[Block]:
    who = [value(dissent.who)] if dissent.who else []
    lead = (label(sheet.DISSENT), *who, label(sheet.TITLE))
    yield from paragraphs(Style.DISSENT, *lead, text=dissent.text)


def _follow_up(follow_up: FollowUp) -> Iterator[Block]:
    yield from paragraphs(Style.FOLLOW_UP, label(sheet.FOLLOW_UP), text=follow_up.text)
    yield from paragraphs_of(Style.FOLLOW_UP, sheet.WHO, follow_up.who)
    yield from paragraphs_of(Style.FOLLOW_UP, sheet.DUE, follow_up.due)


def _recommendation(clauses: tuple[str, ...]) -> Iterator[Group]:
    rows = [
        row
        for at, clause in enumerate(clauses, start=1)
        for row in paragraphs(Style.CLAUSE, label(f"At {at})"), text=clause)
    ]
    if rows:
        yield Group(Role.RECOMMENDATION, (caption("Indstilling"), *rows))


def _attachment(attachment: Attachment) -> Iterator[Block]:
    spans = _numbered(sheet.ATTACHMENT, attachment.number, attachment.title)
    if attachment.part is Part.CLOSED:
        spans += (label(sheet.CLOSED_ATTACHMENT),)
    if tuple(_content(attachment)):
        spans += (label(sheet.REPRODUCED),)
    yield Block(Style.ATTACHMENT, spans)
    file = [
        span
        for name, field in FACTS[Attachment].items()
        if (held := getattr(attachment, field)) is not None
        for span in (label(name), value(str(held)))
    ]
    if file:
        yield Block(Style.FILE, tuple(file))


def _part(attachment: Attachment) -> Iterator[Block | Group]:
    if content := tuple(_content(attachment)):
        yield Block(Style.PART, _numbered(sheet.ATTACHMENT, attachment.number, attachment.title))
        yield from content
        yield Block(Style.END, (label(sheet.END),))


def _content(attachment: Attachment) -> Iterator[Block | Group]:
    yield from paragraphs(Style.TEXT, text=attachment.text)
    if attachment.paper:
        yield from _paper(attachment.paper)
    if attachment.record:
        yield from _meeting(attachment.record)


def _paper(paper: Paper) -> Iterator[Block | Group]:
    yield from paragraphs(Style.PAPER, label(sheet.PAPER), text=paper.title)
    fields = FACTS[Paper].values()
    yield from group(Role.FACTS, facts(paper, (field for field in fields if field in PAPER_HEAD)))
    yield from _recommendation(paper.recommendation)
    for section in paper.sections:
        number = (value(section.number), label(sheet.NUMBER_ENDS)) if section.number is not None else ()
        yield Block(Style.PAPER_HEADING, (*number, value(section.heading)))
        yield from paragraphs(Style.TEXT, text=section.text)
    yield from group(Role.FACTS, facts(paper, (field for field in fields if field not in PAPER_HEAD)))
