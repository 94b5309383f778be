"""What may be done to attachments, by whom, and what is left of it in the log."""

from importlib import import_module

import pytest

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState

SECRET = "Købesum for Havnegade 4"


@pytest.fixture
def lindevad(stores):
    return import_module("tests.models.lindevad").Lindevad()


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def refused(lindevad):
    """What is raised where somebody may not, or has left something out."""
    return import_module("raadslag.models.refusal").Refused


@pytest.fixture
def add(lindevad, models):
    """Hangs files of those names on something."""

    def added(owner, *names, by="karen", **values):
        files = [models.Incoming(name, "0" * 64, 10) for name in names]
        person = lindevad.cast.people[by]
        return models.Attachment.objects.add(owner, files, by=person, at=lindevad.now, **values)

    return added


def verbs(models, attachment):
    return [
        event.verb for event in models.Event.objects.filter(noun_key=str(attachment.key)).order_by("place")
    ]


def titles(models, owner):
    return [each.title for each in models.Attachment.objects.of(owner)]


def test_several_are_added_at_once_in_their_order_and_each_has_a_title_of_its_own(lindevad, models, add):
    paper = lindevad.paper()
    add(paper, "kort.pdf")
    add(paper, "budget.xlsx", "budget.pptx", "kort.png")
    assert titles(models, paper) == ["kort", "budget", "budget.pptx", "kort.png"]
    first = models.Attachment.objects.get(title="budget")
    assert (first.file.number, first.file.state, first.file.tries) == (1, "waiting", 0)
    assert verbs(models, first) == ["attachment_added"]


def test_replacing_keeps_the_older_files(lindevad, models, add):
    [attachment] = add(lindevad.paper(), "kort.pdf")
    attachment.replace(models.Incoming("kort-2.pdf", "1" * 64, 20), by=lindevad.cast.karen, at=lindevad.now)
    assert [(each.number, each.name) for each in attachment.files.all()] == [
        (1, "kort.pdf"),
        (2, "kort-2.pdf"),
    ]
    assert attachment.file.name == "kort-2.pdf"
    assert attachment.title == "kort"
    assert [each.name for each in models.AttachmentFile.objects.latest()] == ["kort-2.pdf"]


def test_they_are_put_in_another_order(lindevad, models, add):
    paper = lindevad.paper()
    _first, _second, third = add(paper, "a.pdf", "b.pdf", "c.pdf")
    third.place_at(0, by=lindevad.cast.karen, at=lindevad.now)
    assert titles(models, paper) == ["c", "a", "b"]
    third.place_at(99, by=lindevad.cast.karen, at=lindevad.now)
    assert titles(models, paper) == ["a", "b", "c"]
    third.place_at(-1, by=lindevad.cast.karen, at=lindevad.now)
    assert titles(models, paper) == ["c", "a", "b"]


def test_what_is_removed_is_seen_by_nobody_and_comes_back_where_it_was(lindevad, models, add):
    paper = lindevad.paper()
    karen, on = lindevad.cast.karen, lindevad.today
    _, attachment, _ = add(paper, "a.pdf", "b.pdf", "c.pdf")
    attachment.remove(by=karen, at=lindevad.now)
    assert titles(models, paper) == ["a", "c"]
    assert not attachment.may_be_seen_by(karen, on)
    assert attachment not in models.Attachment.objects.visible_to(karen, on)
    assert list(models.Attachment.objects.removed_and_visible_to(karen, on)) == [attachment]
    assert not models.Attachment.objects.removed_and_visible_to(lindevad.cast.dan, on).exists()
    attachment.restore(by=karen, at=lindevad.now)
    assert titles(models, paper) == ["a", "b", "c"]
    assert verbs(models, attachment) == ["attachment_added", "attachment_removed", "attachment_restored"]


@pytest.mark.parametrize("change", ["rename", "close", "leave_out"])
def test_a_change_without_its_words_is_refused_and_changes_nothing(lindevad, models, add, refused, change):
    [attachment] = add(lindevad.paper(), "a.pdf")
    for given in ("", "  ", "x" * 301):
        with pytest.raises(refused, match="Skriv"):
            getattr(attachment, change)(given, by=lindevad.cast.karen, at=lindevad.now)
    attachment.refresh_from_db()
    assert (attachment.title, attachment.part, attachment.left_out_reason) == ("a", "open", "")
    assert verbs(models, attachment) == ["attachment_added"]


def test_no_words_of_what_is_closed_come_into_the_log(lindevad, models, add):
    karen, at = lindevad.cast.karen, lindevad.now
    [attachment] = add(lindevad.paper(), f"{SECRET}.pdf", part=Part.CLOSED, closed_ground=SECRET)
    attachment.rename(f"{SECRET} igen", by=karen, at=at)
    attachment.replace(models.Incoming(f"{SECRET}.docx", "1" * 64, 20), by=karen, at=at)
    attachment.leave_out(f"{SECRET} mangler", by=karen, at=at)
    attachment.take_in(by=karen, at=at)
    attachment.place_at(0, by=karen, at=at)
    attachment.remove(by=karen, at=at)
    events = models.Event.objects.filter(noun_key=str(attachment.key))
    assert events.count() == 7
    assert [event for event in events if "Havnegade" in f"{event.label} {event.detail}"] == []


def test_closed_needs_a_ground_and_open_has_none(lindevad, add, refused):
    karen, at = lindevad.cast.karen, lindevad.now
    paper = lindevad.paper()
    with pytest.raises(refused):
        add(paper, "a.pdf", part=Part.CLOSED)
    [attachment] = add(paper, "a.pdf", part=Part.CLOSED, closed_ground="Forvaltningsloven § 27")
    attachment.open(by=karen, at=at)
    assert (attachment.part, attachment.closed_ground) == (Part.OPEN, "")
    attachment.close("Forvaltningsloven § 27", by=karen, at=at)
    assert (attachment.part, attachment.closed_ground) == (Part.CLOSED, "Forvaltningsloven § 27")


# who may change a paper's attachments, by its state
AT_PAPER = {
    PaperState.DRAFT: {"karen"},
    PaperState.SUBMITTED: set(),
    PaperState.RETURNED: {"karen"},
    PaperState.APPROVED: {"anna"},
    PaperState.ON_AGENDA: {"anna"},
    PaperState.DECIDED: set(),
    PaperState.WITHDRAWN: set(),
}


@pytest.mark.parametrize("state", PaperState)
def test_who_may_change_a_papers_attachments(lindevad, add, refused, state):
    paper = lindevad.paper(state=state)
    attachment = lindevad.attachment(paper=paper)
    allowed = set()
    for name, person in lindevad.cast.people.items():
        try:
            add(paper, "a.pdf", by=name)
            attachment.rename("Nyt", by=person, at=lindevad.now)
            allowed.add(name)
        except refused:
            pass
    assert allowed == AT_PAPER[state]


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("hangs_on", ["item", "meeting"])
def test_who_may_change_attachments_at_a_meeting(lindevad, add, refused, state, hangs_on):
    item = lindevad.item(state=state)
    owner = item if hangs_on == "item" else item.meeting
    allowed = set()
    for name in lindevad.cast.people:
        try:
            add(owner, "a.pdf", by=name)
            allowed.add(name)
        except refused:
            pass
    assert allowed == (set() if state == MeetingState.CANCELLED else {"anna"})


def test_one_who_is_shut_out_changes_nothing(lindevad, add, refused):
    item = lindevad.item()
    lindevad.shut_out("anna", item=item)
    with pytest.raises(refused):
        add(item, "a.pdf", by="anna")


def test_whoever_has_not_the_pen_waits_for_it(lindevad, add, refused):
    paper = lindevad.paper()
    paper.writers.add(lindevad.cast.jens)
    paper.pen = lindevad.cast.jens
    paper.save()
    with pytest.raises(refused, match="Jens Holt har pennen"):
        add(paper, "a.pdf")
    assert add(paper, "a.pdf", by="jens")


def test_what_is_not_ready_blocks_until_it_is_left_out_or_ready(lindevad, models, add):
    karen, at = lindevad.cast.karen, lindevad.now
    paper = lindevad.paper()
    ready, failed, waiting, gone = add(paper, "a.pdf", "b.pdf", "c.pdf", "d.pdf")
    outcome = models.attachment_file.Outcome("2" * 64, 3, "tekst", "application/pdf")
    ready.file.finish(outcome, at)
    failed.file.fail("Filen er låst.", at)
    gone.remove(by=karen, at=at)
    assert list(models.Attachment.objects.blocking(paper)) == [failed, waiting]
    failed.leave_out("Filen er låst hos rådgiveren", by=karen, at=at)
    waiting.file.finish(outcome, at)
    assert not models.Attachment.objects.blocking(paper).exists()
    failed.take_in(by=karen, at=at)
    ready.replace(models.Incoming("a2.pdf", "3" * 64, 20), by=karen, at=at)
    assert list(models.Attachment.objects.blocking(paper)) == [ready, failed]


def test_an_item_is_blocked_by_its_papers_attachments_and_a_meeting_by_all_of_them(lindevad, models):
    paper = lindevad.paper(state=PaperState.ON_AGENDA)
    item = lindevad.item(paper=paper)
    hung = [lindevad.attachment(**of) for of in ({"paper": paper}, {"item": item}, {"meeting": item.meeting})]
    blocking = models.Attachment.objects.blocking
    assert [set(blocking(each)) for each in (paper, item, item.meeting)] == [
        set(hung[:1]),
        set(hung[:2]),
        set(hung),
    ]


def test_only_a_failed_conversion_is_tried_again_and_with_its_tries_anew(lindevad, models, add, refused):
    [attachment] = add(lindevad.paper(), "a.pdf")
    file = attachment.file
    assert attachment.retry(by=lindevad.cast.karen, at=lindevad.now) is None
    file.start(lindevad.now)
    file.fail("Filen er låst.", lindevad.now)
    with pytest.raises(refused):
        attachment.retry(by=lindevad.cast.dan, at=lindevad.now)
    again = attachment.retry(by=lindevad.cast.karen, at=lindevad.now)
    assert (again.state, again.tries, again.fault) == ("waiting", 0, "")
