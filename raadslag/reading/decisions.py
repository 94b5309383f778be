"""The words of a decision as data: votes, dissents and what somebody owes, beside the outcome."""

import re

from raadslag.reading.outcomes import DECIDES, outcome_of, outcome_of_sentence, sentences
from raadslag.record import Choice, Decision, Dissent, FollowUp, Vote

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "nul",
            "en",
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "syv",
            "otte",
            "ni",
            "ti",
            "elleve",
            "tolv",
            "tretten",
            "fjorten",
            "femten",
        ]
    )
}
NUMBER = rf"(?:\d+|{'|'.join(NUMBERS)}|ét|én)"
TALLY = re.compile(
    rf"\bmed\s+(?P<for>{NUMBER})\s+(?:stemmer?\s+)?(?:for\s+og\s+|mod\s+|imod\s+)(?P<against>{NUMBER})\b",
    re.IGNORECASE,
)
ABSTAINED = re.compile(rf"\b(?P<count>{NUMBER})\s+(?:medlem(?:mer)?\s+)?undlod\b", re.IGNORECASE)
CAST = re.compile(
    r"(?:^|(?<=[.;] ))(?P<way>For|Imod|Mod|Undlod at)\s+stemte?(?:\s+(?P<count>\d+))?\s*:?\s*(?P<who>[^.;]+)"
    r"|^(?P<abstained>Undlod at stemme)\s*:\s*(?P<idle>[^.;]+)"
)
BLOC = re.compile(
    rf"\b(?P<count>{NUMBER})\s+medlem(?:mer)?(?:\s+af\s+\w+)?\s+\((?P<who>[^)]+)\)\s+"
    r"(?P<way>stemte for|stemte imod|stemte mod|undlod)",
    re.IGNORECASE,
)
GROUP = re.compile(r"[A-ZÆØÅ]{1,3}")
WAYS = {"for": Choice.FOR, "imod": Choice.AGAINST, "mod": Choice.AGAINST, "undlod at": Choice.ABSTAINED}

DISSENT = re.compile(
    r"^(?P<who>.+?)\s+(?:kunne|kan|vil|ville)\s+ikke\s+(?:tiltræde|støtte|godkende|tilslutte|anbefale|stemme)"
    r"|^(?P<reserved>.+?)\s+(?:tog|tager|tog dog|tager dog)\s+forbehold\b"
    r"|^(?P<entered>.+?)\s+(?:ønskede|ønsker|anmodede om|bad om)\b.*\b(?:til protokols|tilført|ført til)\b",
)
FOLLOW_UP = re.compile(
    r"^(?P<who>.+?)\s+(?:udarbejder|undersøger|følger op|vender tilbage|fremlægger|udsender|indkalder"
    r"|vil\s+(?:tage kontakt|følge op|vende tilbage|undersøge|udarbejde|fremlægge|sende|udsende|indkalde))\b"
)
# a follow-up is owed by somebody: a name or an office, not a case or a report
OWED_BY = re.compile(
    r"^(?!Sagen|Der|Det|Dette|Den|De|Rapporten|Notatet|Indstillingen|Som)[A-ZÆØÅ][^.:;]{1,120}$"
)
DUE = re.compile(
    r"\b(?:til|på|inden|senest|før)\s+(?P<due>(?:(?:det )?(?:næste|kommende|første)|den\s+\d)[^.,;]*)"
)
ON_PRESENCE = re.compile(r"\b(?:fraværende|afbud|deltog ikke|stedfortræder|inhabil|ikke til stede|forlod)\b")
ON_ORDER = re.compile(r"^(?:sagen bedes|punktet|udvalget|byrådet|kommunalbestyrelsen|rådet)\b", re.IGNORECASE)


def decision(text: str) -> Decision:
    """A decision from its text, with what the words are certain of."""
    told = sentences(text)
    return Decision(
        text=text,
        outcome=outcome_of(text),
        votes=_votes(text),
        dissents=tuple(found for each in told if (found := _dissent(each))),
        follow_ups=tuple(owed for each in told if (owed := _follow_up(each))),
    )


def tells_of_a_decision(text: str) -> bool:
    """Does a passage hold a sentence that only the minutes of a decision have?"""
    return any(
        outcome_of_sentence(sentence)
        or _dissent(sentence)
        or _follow_up(sentence)
        or TALLY.search(sentence)
        or CAST.search(sentence)
        or ON_PRESENCE.search(sentence)
        or ON_ORDER.match(sentence)
        for sentence in sentences(text)
    )


def _votes(text: str) -> tuple[Vote, ...]:
    votes: dict[Choice, Vote] = {}
    if tally := TALLY.search(text):
        votes[Choice.FOR] = Vote(choice=Choice.FOR, count=_number(tally["for"]))
        votes[Choice.AGAINST] = Vote(choice=Choice.AGAINST, count=_number(tally["against"]))
    if idle := ABSTAINED.search(text):
        votes[Choice.ABSTAINED] = Vote(choice=Choice.ABSTAINED, count=_number(idle["count"]))
    for line in text.split("\n"):
        for cast in CAST.finditer(line):
            choice = Choice.ABSTAINED if cast["abstained"] else WAYS[cast["way"].lower()]
            count = int(cast["count"]) if cast["count"] else None
            votes[choice] = _named(choice, cast["who"] or cast["idle"], count, votes.get(choice))
    for bloc in BLOC.finditer(text):
        choice = WAYS.get(bloc["way"].lower().removeprefix("stemte "), Choice.ABSTAINED)
        votes[choice] = _named(choice, bloc["who"], _number(bloc["count"]), votes.get(choice))
    return tuple(votes[choice] for choice in Choice if choice in votes)


def _named(choice: Choice, who: str, count: int | None, known: Vote | None) -> Vote:
    """A vote with its groups and persons: "Ø (A. Ahl, B. Bech), A, C og D. Dam"."""
    inside = [name for names in re.findall(r"\(([^)]*)\)", who) for name in re.split(r",|\s+og\s+", names)]
    outside = re.split(r",|\+|\s+og\s+", re.sub(r"\([^)]*\)", "", who))
    groups = [part.strip() for part in outside if GROUP.fullmatch(part.strip())]
    persons = [part.strip() for part in (*inside, *outside) if part.strip() and part.strip() not in groups]
    known_count = known.count if known else None
    return Vote(choice=choice, count=count or known_count, groups=tuple(groups), persons=tuple(persons))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 1)


def _dissent(sentence: str) -> Dissent | None:
    found = DISSENT.search(sentence)
    if not found:
        return None
    if found["who"] and re.match(DECIDES, sentence, re.IGNORECASE):
        return None
    who = found["who"] or found["reserved"] or found["entered"]
    return Dissent(who=who.strip(), text=sentence)


def _follow_up(sentence: str) -> FollowUp | None:
    found = FOLLOW_UP.search(sentence)
    if not found or not OWED_BY.match(found["who"]) or " ikke " in sentence:
        return None
    due = DUE.search(sentence)
    return FollowUp(text=sentence, who=found["who"].strip(), due=due["due"].strip() if due else None)
