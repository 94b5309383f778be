"""What stands in a paper's head, as people read it."""

from datetime import date

from raadslag.models import Body, Meeting, Person
from raadslag.models.paper_agenda import name_of
from raadslag.models.words import PARTS
from raadslag.public.words import day

NAMED = {"caseworker": Person, "receiver": Body}


def in_words(name: str, value: str) -> str:
    """A column's value, as a version keeps it, in words; empty where it says nothing."""
    if name in NAMED and value:
        found = NAMED[name].objects.filter(key=value).first()
        return str(found) if found else value
    if name == "aimed_at" and value:
        meeting = Meeting.objects.select_related("body").filter(key=value).first()
        return name_of(meeting) if meeting else value
    if name == "dated_on" and value:
        return day(date.fromisoformat(value))
    return str(PARTS.get(value, value)) if name == "part" else value
