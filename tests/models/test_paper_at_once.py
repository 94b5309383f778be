"""Several people move papers at the same moment, each in a process of their own."""

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def command(*words):
    return [sys.executable, "-m", "tests.models.at_once", *map(str, words)]


def run(home, *words):
    done = subprocess.run(command(*words), env=home, cwd=PROJECT, check=True, capture_output=True, text=True)
    return done.stdout.split()


def at_once(home, *orders):
    """What came of each order, when all begin at the same moment."""
    pipe = subprocess.PIPE
    with ExitStack() as stack:
        people = [
            stack.enter_context(
                subprocess.Popen(command(*order), env=home, cwd=PROJECT, stdin=pipe, stdout=pipe, text=True)
            )
            for order in orders
        ]
        for person in people:
            assert person.stdout.readline().strip() == "ready"
        for person in people:
            person.stdin.write("\n")
            person.stdin.flush()
        return [person.stdout.readline().strip() for person in people]


def test_of_two_who_approve_at_once_one_does_and_the_other_is_told(home):
    _meeting, paper = run(home, "make", 1)
    came = at_once(home, *[("approve", name, paper, 1) for name in ("leif", "tove", "leif", "tove")])
    assert Counter(came) == {"done": 1, "Overtaken": 3}


def test_papers_that_are_placed_at_once_each_get_a_place_and_the_log_stays_whole(home):
    meeting, *papers = run(home, "make", 4)
    run(home, "endorse", *papers)
    came = at_once(home, *[("place", "anna", paper, meeting) for paper in papers])
    assert came == ["done"] * 4
    script = (
        "import django; django.setup()\n"
        "from raadslag.models import Item, verify_log\n"
        "print(*sorted(Item.objects.values_list('order', flat=True)), *verify_log())"
    )
    environment = {**home, "DJANGO_SETTINGS_MODULE": "config.settings"}
    told = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.split() == ["1", "2", "3", "4"]
