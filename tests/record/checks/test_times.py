"""Anna's programme must fit in her meeting."""

from datetime import datetime

from tests.record.checks.meetings import agenda, found, item, minutes, timed

LONG_NIGHT = {"starts_at": datetime(2026, 12, 7, 22, 0), "ends_at": datetime(2026, 12, 8, 1, 0)}


def test_a_programme_longer_than_the_meeting_is_found_with_its_minutes():
    record = agenda(timed("1", "18.15", "19.40"), timed("2", "19.40", "20.30"), item("3"))
    assert found("items-past-the-end", record) == [
        "Punkternes tider løber til kl. 20.30, men mødet slutter kl. 19.45: 45 minutter for meget."
    ]


def test_one_minute_is_a_minute():
    assert found("items-past-the-end", agenda(timed("1", "18.15", "19.46")))[0].endswith("1 minut for meget.")


def test_a_programme_that_ends_with_the_meeting_is_silent():
    assert found("items-past-the-end", agenda(timed("1", "18.15", "19.45"))) == []
    assert found("items-past-the-end", agenda(timed("1", "18.15", "23.00"), ends_at=None)) == []


def test_a_meeting_may_go_on_past_midnight():
    items = (timed("1", "22.00", "23.50"), timed("2", "23.50", "00.30"))
    for name in (
        "items-past-the-end",
        "items-overlap",
        "item-ends-before-it-starts",
        "item-before-the-meeting",
    ):
        assert found(name, agenda(*items, **LONG_NIGHT)) == []
    late = agenda(*items, timed("3", "00.30", "01.10"), **LONG_NIGHT)
    assert found("items-past-the-end", late)[0].endswith("10 minutter for meget.")


def test_items_that_overlap_or_stand_out_of_order_are_found():
    assert found("items-overlap", agenda(timed("1", "18.15", "18.40"), timed("2", "18.30", "19.00"))) == [
        "Punkt 2 begynder kl. 18.30, før punkt 1 er slut kl. 18.40."
    ]
    assert found("items-overlap", agenda(timed("1", "18.40", "18.50"), timed("2", "18.20"))) == [
        "Punkt 2 begynder kl. 18.20, før punkt 1 begynder."
    ]


def test_items_one_after_the_other_do_not_overlap():
    assert (
        found("items-overlap", agenda(timed("1", "18.15", "18.18"), item("2"), timed("3", "18.18", "18.20")))
        == []
    )


def test_a_gap_in_an_agenda_is_found_unless_an_item_without_time_may_fill_it():
    first, last = timed("1", "18.15", "18.30"), timed("3", "18.45", "19.00")
    assert found("gap-between-items", agenda(first, last)) == [
        "Der er 15 minutter mellem punkt 1 og punkt 3, som intet punkt bruger."
    ]
    assert found("gap-between-items", agenda(first, item("2"), last)) == []
    assert found("gap-between-items", minutes(first, last)) == []


def test_what_ends_before_it_starts_is_found():
    backwards = agenda(timed("1", "18.40", "18.20"), ends_at=datetime(2026, 12, 7, 17, 0))
    assert found("item-ends-before-it-starts", backwards) == [
        "Punkt 1 slutter kl. 18.20, før det begynder kl. 18.40."
    ]
    assert found("meeting-ends-before-it-starts", backwards) == [
        "Mødet slutter kl. 17.00, før det er begyndt kl. 18.15."
    ]
    assert found("meeting-ends-before-it-starts", agenda()) == []


def test_an_item_before_the_meeting_is_found():
    assert found("item-before-the-meeting", agenda(timed("1", "18.00"), timed("2", "18.15"))) == [
        "Punkt 1 begynder kl. 18.00, men mødet begynder først kl. 18.15."
    ]
