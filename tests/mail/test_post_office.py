"""What goes wrong in one step stops none of the others."""

from datetime import datetime

import pytest

from raadslag.jobs.mail import is_morning, write


def test_a_step_that_goes_wrong_is_told_and_passed_over(caplog):
    def wrong(at):
        raise RuntimeError("en mail, der ikke kan skrives")

    write(wrong, datetime(2026, 3, 2))
    assert "en mail, der ikke kan skrives" in caplog.text


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("2026-03-02T05:59:59Z", False),
        ("2026-03-02T06:00:00Z", True),
        ("2026-07-02T05:00:00Z", True),
        ("2026-07-02T10:00:00Z", False),
    ],
)
def test_the_morning_is_on_danish_clocks(moment, answer):
    assert is_morning(datetime.fromisoformat(moment)) == answer
