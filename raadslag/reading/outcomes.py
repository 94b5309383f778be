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
    # halted, withdrawn, postponed: neutral, whatever else the sentence names
    (r"§\s?23\b|\bstandse[rst]\w*|bring(?:er|es|t)? .*ind for (?:byrådet|kommunalbestyrelsen)", HALTED),
    (r"truk\w+ tilbage|trækker .*tilbage|tages? af dagsordenen|taget af dagsordenen|\budg(?:år|ået|ik)\b", WITHDRAWN),
    (r"\bbortfald\w*|\bbortfaldt\b", LAPSED),
    (r"\budsat\b|\budsættes?\b|\budskydes\b|\budskudt\b|\budskød\b|\budsatte\b|\budsættelse\b", POSTPONED),
    # "not" before what it denies
    (r"\bikke (?:blev )?(?:drøftet|behandlet)|behandles ikke|drøftes ikke|\bintet til punktet\b", NOT_DISCUSSED),
    (r"\bikke (?:at )?(?:kunne )?(?:blive )?(?:godkend|vedtag|tiltråd|tiltræd|imødekom|bevilg|tilslut)\w*", REJECTED),
    (r"(?:godkend|imødekomm|vedtag|tiltråd|tiltræd|følg|bevilg)\w* ikke\b", REJECTED),
    (r"\bforkaste\w*|\bnedstem\w*|\bafvis(?:t|te|es|er)\b|\bafslag\b|\bafslå(?:s|et|r)\b|\bafslog\b", REJECTED),
    # sent back with the council's decision is that decision
    (r"har (?:vedtaget|godkendt|tiltrådt|tilsluttet sig)\b.*\b(?:indstilling|forslag)", APPROVED),
    (r"(?:tilbagesendes|sendes tilbage|tilbagesendt|hjemvis\w+|sendt tilbage)\b", RETURNED),
    (r"\b(?:fremsendes|oversendes|henvises|henvist\w*|henviser|oversendt|fremsendt|overgår) til\b", REFERRED),
    (r"^(?:fremsendes|oversendes|henvises) med\b.*\btil\b", REFERRED),
    (r"\b(?:sendes|oversendes|videresendes) til .*(?:udvalg|magistrat|afdeling|byråd|forvaltning)\w*", REFERRED),
    # a recommendation is not yet the decision it recommends
    (r"følger? (?:forvaltningens|administrationens|direktionens|magistratens|udvalgets) (?:anbefaling|indstilling)",
     APPROVED),
    (r"følge (?:forvaltningens|administrationens|direktionens) (?:anbefaling|indstilling)", APPROVED),
    (r"\banbefal(?:er|es|et|ede|ing|t)\b|\bindstilles? (?:til )?(?:godkend|vedtag)\w*|\bindstillede\b", RECOMMENDED),
    # approved
    (r"\bgodkend(?:t|te|tes|es|er)\b|\bvedtag(?:et|es|er)\b|\bvedtog(?:es)?\b|\btiltråd(?:t|te|tes)\b", APPROVED),
    (r"\btiltræd(?:es|er)\b|\btilsluttede\b|\btilslutte(?:t|r|s)\b|\bimødekomme(?:t|s)\b|\bbevilge[ts]\b", APPROVED),
    (r"\bindstillingen (?:følges|blev fulgt|er fulgt|fulgt)\b|\btages til følge\b|\btaget til følge\b", APPROVED),
    # noted and discussed
    (r"\b(?:til|taget til) efterretning\b|\btil orientering\b|\borientering(?:en)? (?:blev )?(?:givet|afgivet)\b",
     NOTED),
    (r"\borienterede\b|\bblev orienteret\b|\borienteret\b|\btaget ad notam\b", NOTED),
    (r"\bdrøfte(?:t|de|des|s|r)\b|\bdebattere\w*\b|\bdrøftelse(?:n)? (?:blev )?(?:gennemført|afholdt)\b", DISCUSSED),
)  # fmt: skip

# Later stands stronger: what decides beats what notes, and that beats what was merely talked about.
WEAK = (Outcome.OTHER, DISCUSSED, NOTED)

# Sentences about somebody's dissent, other items or amendments do not tell what became of this item.
ASIDE = re.compile(
    r"kunne ikke (?:tiltræde|stemme|støtte|godkende|tilslutte)|\bforbehold\b|\bundlod\b|\bstemte (?:for|imod|mod)\b"
    r"|\b(?:for|imod) stemte\b|^(?:punkt|pkt\.?|sag) (?:nr\. )?\d+|\bændringsforslag\w*\b.{0,80}\b(?:blev|er|bortfald\w*"
    r"|forkast\w*|nedstem\w*|faldt)\b|\bdeltog ikke\b|\bfraværende\b|\bafbud\b|\binhabil\b|til protokols\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])[ \t]+(?=[A-ZÆØÅ0-9])")
ABBREVIATED = re.compile(
    r"\b(?:nr|jf|pkt|kl|stk|ca|evt|mio|inkl|bl\.a|f\.eks|vedr|hhv|d|pr)\.$", re.IGNORECASE
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
