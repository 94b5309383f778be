"""The clauses of a recommendation, in the forms that papers give them."""

import pytest

from raadslag.reading.clauses import clauses
from raadslag.reading.document import Line


def read(text: str):
    return clauses([Line(page=1, number=at, text=line) for at, line in enumerate(text.split("\n"), 1)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Det indstilles:\nAt 1) planen godkendes.\nAt 2) der afsættes midler.",
            ["planen godkendes.", "der afsættes midler."],
        ),
        ("Det indstilles:\nAt 1) planen god-\nkendes.", ["planen godkendes."]),
        ("Det indstilles:\nAt) planen godkendes", ["planen godkendes"]),
        ("Det indstilles:\nat planen godkendes.", ["planen godkendes."]),
        (
            "Rådmanden indstiller,\n1. at planen godkendes, og\n2. at den sendes ud.",
            ["planen godkendes, og", "den sendes ud."],
        ),
        ("Direktionen indstiller,\nat kajen fornyes, og\nat den males.", ["kajen fornyes, og", "den males."]),
        (
            "Det indstilles, at\nForslag til lokalplan vedtages endeligt.",
            ["Forslag til lokalplan vedtages endeligt."],
        ),
        ("Forvaltningen indstiller, at udvalget drøfter sagen.", ["udvalget drøfter sagen."]),
        ("Forvaltningen har ingen bemærkninger.", []),
    ],
)
def test_a_recommendation_is_told_apart_in_its_clauses(text, found):
    assert [each.text for each in read(text).clauses] == found


def test_who_recommends_is_kept_and_bare_words_are_not():
    told = read("Direktionen indstiller,\nat kajen fornyes.").lead_in
    assert told is not None
    assert told.text.startswith("Direktionen indstiller")
    bare = read("Det indstilles:\nAt 1) kajen fornyes.")
    assert bare.lead_in is None
    assert [line.text for line in bare.bare] == ["Det indstilles:"]
