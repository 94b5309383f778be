"""A layer that is hidden when the PDF is opened is not in the public copy, however it is hidden."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, String

from raadslag.conversion.pdf.cleaning import clean
from raadslag.conversion.pdf.content import Passed
from tests.conversion import pdf_files
from tests.conversion.all_in import all_in, pages

ON = {"ON": Array([])}
OFF = {"OFF": Array([])}
BASE_OFF = {"BaseState": Name.OFF}


@pytest.mark.parametrize(
    ("state", "rule", "is_seen"),
    [
        (ON, None, True),
        (OFF, None, False),
        (BASE_OFF, None, False),
        (BASE_OFF | ON, None, True),
        (OFF, {"P": Name.AnyOn}, False),
        (OFF, {"P": Name.AllOn}, False),
        (OFF, {"P": Name.AnyOff}, True),
        (OFF, {"P": Name.AllOff}, True),
        (ON, {"P": Name.AllOff}, False),
        (OFF, {}, False),
    ],
)
def test_a_layer_is_kept_where_it_is_seen(state: dict, rule: dict | None, is_seen: bool) -> None:
    data = pdf_files.with_layers(Dictionary(**state), rule=rule)
    cleaned = clean(data, most_pages=10)
    assert "Lagets tekst" in all_in(data)
    assert ("Lagets tekst" in all_in(cleaned.data)) == is_seen
    assert pdf_files.SEEN in pages(cleaned.data)[0]
    assert "/OCProperties" not in all_in(cleaned.data)


def test_a_rule_in_a_rule_is_followed() -> None:
    not_shown = {"VE": Array([Name.Not, Array([Name.Or, String("?")])])}
    cleaned = clean(pdf_files.with_layers(Dictionary(**OFF), rule=not_shown), most_pages=10)
    assert pdf_files.SEEN in pages(cleaned.data)[0]


def test_a_layer_that_is_hidden_in_a_form_within_a_form_is_gone() -> None:
    cleaned = clean(pdf_files.with_layer_in_a_form(), most_pages=10)
    assert "Lagets tekst" not in all_in(cleaned.data)
    assert "Formens tekst" in pages(cleaned.data)[0]


def test_a_picture_that_is_hidden_on_one_page_stays_on_another() -> None:
    cleaned = clean(pdf_files.with_a_picture_shared(), most_pages=10)
    with pikepdf.open(BytesIO(cleaned.data)) as pdf:
        assert [sorted(page.get("/Resources", {}).get("/XObject", {}).keys()) for page in pdf.pages] == [
            [],
            ["/Picture"],
        ]


OPERATORS = ["q", "Q", "Tj", "re", "f", "W", "n", "BT", "ET", "cm", "Tf", "BMC", "EMC", "m", "S", "T*"]


@given(st.lists(st.sampled_from(OPERATORS), max_size=40))
@settings(max_examples=200)
def test_what_passes_of_a_hidden_stretch_draws_nothing_and_changes_the_state_alike(
    operators: list[str],
) -> None:
    passed = Passed()
    passed.open(_instruction("BDC"), is_layer=True, hides=True)
    for operator in operators:
        if operator == "BMC":
            passed.open(_instruction(operator), is_layer=False, hides=False)
        elif operator != "EMC":
            passed.pass_hidden(_instruction(operator), operator)
    told = [str(each.operator) for each in passed.instructions]
    assert not {"Tj", "f", "S", "BMC", "BDC"} & set(told)
    state = {"q", "Q", "BT", "ET", "cm", "Tf", "T*"}
    assert [each for each in told if each in state] == [each for each in operators if each in state]


def _instruction(operator: str) -> ContentStreamInstruction:
    return ContentStreamInstruction([], Operator(operator))
