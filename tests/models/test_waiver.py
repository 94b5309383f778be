"""What the guard found may pass when a second person answers for it, with a reason that is kept."""

from importlib import import_module

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW, make_cast

pytestmark = pytest.mark.usefixtures("stores")


def give(cast, **changes):
    values = {
        "document": "byraadet/2026-03-02/dagsorden",
        "finding": "a" * 64,
        "sentence": "punkt 1, bilag Kort, side 1: her er en kommentar.",
        "publisher": cast.anna,
        "by": cast.leif,
        "at": NOW,
        "why": "Kommentaren er en del af tegningen.",
    }
    return import_module("raadslag.models.waiver").FindingWaiver.objects.give(**(values | changes))


def test_who_when_and_why_are_kept_and_told_in_the_log():
    waiver = give(make_cast())
    event = import_module("raadslag.models").Event.objects.filter(verb="finding_waived").get()
    assert (event.by, event.at, event.detail["why"]) == (waiver.by, NOW, waiver.why)
    assert event.noun_key == str(waiver.key)


@pytest.mark.parametrize("why", ["", " ", "x" * 501])
def test_a_reason_is_wanted(why):
    cast = make_cast()
    with pytest.raises(import_module("raadslag.models.waiver").CannotWaive, match="hvorfor"):
        give(cast, why=why)


def test_nobody_answers_for_what_they_publish_themselves():
    cast = make_cast()
    with pytest.raises(import_module("raadslag.models.waiver").CannotWaive, match="en anden"):
        give(cast, by=cast.anna)
    waiver = give(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(waiver).objects.filter(pk=waiver.pk).update(by=cast.anna)
