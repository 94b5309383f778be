"""What the words of the minutes come to: one table from phrase to outcome, with its traps."""

import re
from typing import NamedTuple

from raadslag.record import Outcome

APPROVED, REJECTED, NOTED = Outcome.APPROVED, Outcome.REJECTED, Outcome.NOTED
DISCUSSED, NOT_DISCUSSED, RECOMMENDED = Outcome.DISCUSSED, Outcome.NOT_DISCUSSED, Outcome.RECOMMENDED
REFERRED, RETURNED, POSTPONED = Outcome.REFERRED, Outcome.RETURNED, Outcome.POSTPONED
WITHDRAWN, LAPSED, HALTED = Outcome.WITHDRAWN, Outcome.LAPSED, Outcome.HALTED


class Phrase(NamedTuple):
    """A pattern searched in one sentence of a decision, and the outcome it gives."""

    pattern: re.Pattern[str]
    outcome: Outcome


def _table(*rows: tuple[str, Outcome]) -> tuple[Phrase, ...]:
    return tuple(Phrase(re.compile(pattern, re.IGNORECASE), outcome) for pattern, outcome in rows)


# The first row that fits a sentence gives its outcome, so the traps stand above what they look like.
PHRASES = _table(
    # halted, withdrawn, lapsed, postponed: neutral, whatever else the sentence names
    (r"§\s?23\b|\bstandse[rst]\w*|bring\w* .*ind for (?:byrådet|kommunalbestyrelsen)", HALTED),
    (r"truk\w+ tilbage|trækker .*tilbage|tage[st]? af(?: dagsordenen|\W*$)|\budg(?:år|ået|ik)\b", WITHDRAWN),
    (r"\b(?:punktet|sagen|mødet) (?:er |blev )?aflyst\b", WITHDRAWN),
    (r"\bbortfald\w*", LAPSED),
    (r"\budsat(?:te)?\b|\budsætte(?:s|lse)?\b|\budskyd(?:es|er)\b|\budskudt\b|\budskød\b", POSTPONED),
    (r"\bgenoptages (?:på|til|i)\b", POSTPONED),
    # "not" before what it denies
    (r"\bikke (?:blev )?(?:drøftet|behandlet)|(?:behandles|drøftes) ikke", NOT_DISCUSSED),
    (r"\bintet til punktet\b", NOT_DISCUSSED),
    (r"\bikke (?:at |kunne |blive )*(?:godkend|vedtag|tiltråd|tiltræd)\w*", REJECTED),
    (r"\bikke (?:at |kunne |blive )*(?:imødekom|bevilg|tilslut|følge)\w*", REJECTED),
    (r"(?:godkend|imødekomm|vedtag|tiltråd|tiltræd|følg|bevilg)\w* ikke\b", REJECTED),
    (r"\bforkaste\w*|\bnedstem\w*|\bafvis(?:t|te|es|er)\b", REJECTED),
    (r"\bafslag\b|\bafslå(?:s|et|r)\b|\bafslog\b", REJECTED),
    # what is approved may be sent on with that; sent back with the council's decision is that decision
    (r"\b(?:godkendt|tiltrådt|vedtaget),? (?:og|samt|hvorefter)\b.*(?:sendes|henvises)\b", APPROVED),
    (r"har (?:vedtaget|godkendt|tiltrådt|tilsluttet sig)\b.*\b(?:indstilling|forslag)", APPROVED),
    (r"\b(?:tilbagesend|hjemvis)\w+|\bsend(?:es|t|te) (?:tilbage|retur)\b", RETURNED),
    (r"\b(?:frem|over)send(?:es|t|te) (?:(?:herefter|hermed|derfor|sagen|den) )?til\b", REFERRED),
    (r"\bhenvis(?:es|er|t|te) til\b|\bovergår til\b", REFERRED),
    (r"^(?:fremsendes|oversendes|henvises) med\b.*\btil\b", REFERRED),
    (r"\b(?:vide?re)?sendes til .*(?:udvalg|magistrat|afdeling|byråd|forvaltning)\w*", REFERRED),
    # a recommendation followed is a decision; one given is not yet
    (r"\bfølger? (?:\w+s )?(?:anbefaling|indstilling)", APPROVED),
    (r"\banbefal(?:er|es|et|ede|ing|t)\b", RECOMMENDED),
    (r"\bindstilles? (?:til )?(?:\w+s )?(?:godkend|vedtag)\w*|\bindstillede\b", RECOMMENDED),
    # approved
    (r"\bgodkend(?:t|te|tes|es|er)\b|\bvedtag(?:et|es|er)\b|\bvedtog(?:es)?\b", APPROVED),
    (r"\btiltråd(?:t|te|tes)\b|\btiltræd(?:es|er)\b|\btilslutte(?:t|r|s|de)\b", APPROVED),
    (r"\bimødekomme(?:t|s)\b|\bbevilge[ts]\b|\btage[st] til følge\b", APPROVED),
    (r"\bindstillingen (?:følges|blev fulgt|er fulgt|fulgt)\b", APPROVED),
    (r"\bkan (?:godkende|tiltræde|tilslutte sig)\b", APPROVED),
    (r"\b(?:tilslutning|opbakning|ok) til (?:\w+s )?indstillingen\b", APPROVED),
    # noted and discussed
    (r"\btil efterretning\b|\btil orientering\b|\btaget ad notam\b", NOTED),
    (r"\borientering(?:en)? (?:blev )?(?:givet|afgivet|foretaget)\b|\borienter(?:ede|et)\b", NOTED),
    (r"\bg(?:ivet|av) (?:en )?(?:kort )?(?:orientering|status)\b|^orientering\W*$", NOTED),
    (r"\bdrøfte(?:t|de|des|s|r)\b|\bdebattere\w*\b", DISCUSSED),
    (r"\bdrøftelse(?:n)? (?:blev )?(?:gennemført|afholdt)\b|^(?:\w+ )?drøftelse\b", DISCUSSED),
)

# Later stands stronger: what decides beats what notes, and that beats what was merely talked about.
WEAK = (Outcome.OTHER, DISCUSSED, NOTED)

# whoever decides refuses where it cannot approve; anybody else only dissents
DECIDES = r"(?:rådmanden|direktøren|direktionen|kredsen|udvalget|magistraten|byrådet)\b"

# Sentences about somebody's dissent, other items or amendments do not tell what became of this item.
ASIDE = re.compile(
    rf"^(?!{DECIDES}).*kunne ikke (?:tiltræde|stemme|støtte|godkende|tilslutte)"
    r"|\bforbehold\b|\bundlod\b|til protokols\b"
    r"|\bstemte (?:for|imod|mod)\b|\b(?:for|imod) stemte\b|\bdeltog ikke\b"
    r"|\bfraværende\b|\bafbud\b|\binhabil\b"
    r"|^(?:punkt|pkt\.?|sag) (?:nr\. )?\d+"
    r"|\bændringsforslag\w*\b.{0,80}\b(?:blev|er|bortfald\w*|forkast\w*|nedstem\w*|faldt)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])[ \t]+(?=[A-ZÆØÅ0-9])")
ABBREVIATED = re.compile(
    r"\b(?:nr|jf|pkt|kl|stk|ca|evt|mio|inkl|bl\.a|f\.eks|vedr|hhv|d|pr)\.$",
    re.IGNORECASE,
)


def outcome_of(text: str) -> Outcome:
    """What a decision came to, from its words; OTHER where no phrase in the table fits."""
    found = [outcome for each in sentences(text) if (outcome := outcome_of_sentence(each))]
    deciding = [each for each in found if each not in WEAK]
    if deciding:
        return deciding[0]
    return max(found, key=WEAK.index, default=Outcome.OTHER)


def outcome_of_sentence(sentence: str) -> Outcome | None:
    """The outcome that one sentence gives, None where it gives none."""
    if ASIDE.search(sentence):
        return None
    return next((row.outcome for row in PHRASES if row.pattern.search(sentence)), None)


def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences; full stops in "27. august", "jf." and their like end none."""
    return tuple(sentence for paragraph in text.split("\n") for sentence in _sentences_of(paragraph))


def _sentences_of(paragraph: str) -> list[str]:
    parts: list[str] = []
    for part in SENTENCE_END.split(paragraph):
        if parts and ABBREVIATED.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        elif part.strip():
            parts.append(part.strip())
    return parts
