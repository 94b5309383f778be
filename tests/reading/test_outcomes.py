"""The phrases of Danish minutes and what they come to, traps included."""

import pytest

from raadslag.reading.outcomes import outcome_of
from raadslag.record import Outcome

PHRASES = {
    Outcome.APPROVED: (
        "Godkendt.",
        "Indstillingen godkendt.",
        "Indstillingen blev godkendt uden afstemning.",
        "Tiltrådt.",
        "Byrådet vedtog indstillingen med 21 stemmer mod 6.",
        "Indstillingen følges.",
        "Rådmanden ønsker at følge forvaltningens anbefaling.",
        "Tilbagesendes Teknik og Miljø med bemærkning, at byrådet i sit møde den 14. maj 2024 har vedtaget "
        "Magistratens foranstående indstilling af 7. maj 2024.",
        "Godkendt. Et ændringsforslag fra liste H blev forkastet.",
        "Punkt 3 udgår og sagen sendes tilbage til udvalget.\nPunkt 5 behandles før punkt 4.\nGodkendt.",
        "Godkendt. Anna Ahl kunne ikke tiltræde indstillingen.",
        "Rådmanden følger indstillingen.",
        "Rådmanden kan godkende indstillingen.",
        "Der var opbakning til indstillingen.",
        "Indstillingen blev godkendt og sendes til Magistraten.",
    ),
    Outcome.REJECTED: (
        "Indstillingen blev ikke godkendt.",
        "Forslaget blev forkastet.",
        "Ansøgningen imødekommes ikke.",
        "Der gives afslag.",
        "Direktionen kunne ikke godkende indstillingen. Sagen sendes retur til Jura.",
        "Rådmanden ønskede ikke at følge indstillingen.",
    ),
    Outcome.NOTED: (
        "Taget til efterretning.",
        "Kredsen tog evalueringen til efterretning.",
        "Orientering givet.",
        "Til orientering.",
        "Udvalget drøftede sagen. Orienteringen taget til efterretning.",
        "Der blev givet en kort orientering.",
    ),
    Outcome.DISCUSSED: ("Drøftet.", "Kredsen drøftede sagen, som skal på næste udvalgsmøde."),
    Outcome.NOT_DISCUSSED: ("Blev ikke drøftet.", "Intet til punktet.", "Punktet behandles ikke."),
    Outcome.RECOMMENDED: (
        "Anbefales.",
        "Indstillingen anbefales godkendt.",
        "Udvalget anbefalede indstillingen.",
    ),
    Outcome.REFERRED: (
        "Fremsendes til Teknisk Udvalg til behandling i henhold til beslutning i byrådets møde.",
        "Fremsendes med ændringsforslaget fra liste K til Teknisk Udvalg til behandling.",
        "Fremsendes til Teknik og Miljø med henblik på udarbejdelse af en indstilling.",
        "Sagen henvises til Økonomiudvalget.",
    ),
    Outcome.RETURNED: ("Sagen sendes tilbage til forvaltningen.", "Tilbagesendes med bemærkninger."),
    Outcome.POSTPONED: ("Sagens behandling blev udsat.", "Udsættes til næste møde."),
    Outcome.WITHDRAWN: ("Indstillingen blev trukket tilbage uden afstemning.", "Sagen udgår."),
    Outcome.LAPSED: ("Forslaget bortfaldt ved stemmelighed.",),
    Outcome.HALTED: ("Beslutningen blev standset af Bo Bech, jf. § 23.",),
    Outcome.OTHER: ("Ingen.", "Der var opbakning til aftalen.", "Sagen blev behandlet sammen med sag 4."),
}


@pytest.mark.parametrize(
    ("words", "outcome"), [(words, outcome) for outcome, group in PHRASES.items() for words in group]
)
def test_the_words_of_a_decision_give_its_outcome(words, outcome):
    assert outcome_of(words) is outcome


def test_every_outcome_has_a_phrase():
    assert set(PHRASES) == set(Outcome)
