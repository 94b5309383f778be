"""Who is there, when, and what for."""

import re
from collections.abc import Iterator

from raadslag.record.checks.times import after, clock_of, meeting_end, minutes
from raadslag.record.meeting import Attendance, Item, MeetingRecord

WORD = re.compile(r"\w{3,}")
NUMBER = re.compile(r"\d+[a-zæøå]?\b")
ENDING = re.compile(r"(er|en|et|e|erne|ene|ne)?s?$")
DOUBLED = re.compile(r"([bcdfgklmnprst])\1$")
EMPTY_WORDS = frozenset(
    (
        *(
            "punkt",
            "punktet",
            "punkterne",
            "pkt",
            "under",
            "hele",
            "mødet",
            "møde",
            "sag",
            "sagen",
            "sagerne",
        ),
        *("drøftelse", "drøftelsen", "behandling", "behandlingen", "den", "det", "der", "som", "med", "til"),
        *("for", "fra", "ved", "vedr", "vedrørende", "omkring", "samt", "eller"),
    )
)
ENOUGH = 0.5  # of the topic's letters must be in words that an item's title has too


def person_for_unknown_item(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    numbers = {item.number for item in record.items}
    for at, each in enumerate(record.attendance):
        if each.item is not None and each.item not in numbers:
            yield f"attendance[{at}].item", f"{each.person} er med til punkt {each.item}, som ikke er der."


def person_for_unknown_topic(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """Silent where most of the topic's words are in an item's title, or all of it in its text."""
    for at, each in enumerate(record.attendance):
        if each.topic is None or each.item is not None:
            continue
        if not any(is_about(item, each.topic) for item in record.items):
            sentence = f"{each.person} er med til punktet om »{each.topic}«, men intet punkt handler om det."
            yield f"attendance[{at}].topic", sentence


def is_about(item: Item, topic: str) -> bool:
    """Whether the item may be the one that people call by the topic."""
    if item.number in NUMBER.findall(topic):
        return True
    words = [word for word in WORD.findall(topic.casefold()) if word not in EMPTY_WORDS]
    title_words = WORD.findall(item.title.casefold())
    known = sum(len(word) for word in words if any(akin(word, other) for other in title_words))
    return known >= ENOUGH * sum(map(len, words)) or topic.casefold() in whole_text(item).casefold()


def akin(word: str, other: str) -> bool:
    """One word in another form or in a compound: "ungeindsatsen", "ungeindsats"; "plan", "lokalplan"."""
    return word == other or is_part(stem(word), other) or is_part(stem(other), word)


def is_part(part: str, word: str) -> bool:
    """Whether the word is built on the part; three letters are in too many words to say."""
    return len(part) >= 4 and part in word


def stem(word: str) -> str:
    """The word without its ending, doubled consonant included: "budgettet" is "budget"."""
    short = ENDING.sub("", word)
    return DOUBLED.sub(r"\1", short) if len(short) >= 4 else word


def whole_text(item: Item) -> str:
    """Everything the item says that could name a topic, its attachments' titles included."""
    decided = (item.decision.text,) if item.decision else ()
    sections = (part for section in item.sections for part in (section.heading or "", section.text))
    titles = (attachment.title for attachment in item.attachments)
    return "\n".join((item.title, item.purpose or "", *sections, *item.recommendation, *decided, *titles))


def person_outside_the_meeting(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for at, each in enumerate(record.attendance):
        yield from outside(record, each, f"attendance[{at}]")


def outside(record: MeetingRecord, each: Attendance, path: str) -> Iterator[tuple[str, str]]:
    start = minutes(record.starts_at) if record.starts_at else None
    comes = minutes(each.from_) if each.from_ else None
    goes = minutes(each.to) if each.to else None
    if start is not None:
        comes = None if comes is None else after(start, comes)
        goes = None if goes is None else after(start, goes)
    ends = meeting_end(record)
    if comes is not None and goes is not None and goes < comes:
        yield f"{path}.to", f"{each.person} går kl. {clock_of(goes)}, før det klokkeslæt, vedkommende kommer."
    if start is not None and comes is not None and comes < start:
        yield f"{path}.from", f"{each.person} er der fra kl. {clock_of(comes)}, før mødet er begyndt."
    if ends is not None and goes is not None and goes > ends:
        yield f"{path}.to", f"{each.person} er der til kl. {clock_of(goes)}, efter mødet er slut."
    if ends is not None and comes is not None and comes > ends:
        yield f"{path}.from", f"{each.person} kommer kl. {clock_of(comes)}, efter mødet er slut."
