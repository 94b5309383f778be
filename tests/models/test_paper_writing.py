"""Karen and Jens write in the same paper, and not a word is lost."""

from datetime import timedelta
from importlib import import_module

import pytest

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState

MINUTE = timedelta(minutes=1)


@pytest.fixture
def lindevad(stores):
    return import_module("tests.models.lindevad").Lindevad()


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def writing(lindevad):
    return import_module("raadslag.models.paper_writing")


@pytest.fixture
def paper(lindevad):
    return import_module("tests.models.papers").begun_paper(lindevad)


@pytest.fixture
def write(lindevad, writing, paper):
    """write("karen", {0: "<p>x</p>"}): what she typed over what the paper had, or over `base`."""

    def written(name, texts=None, *, head=None, after=0, base=None, why=""):
        sections = list(paper.sections.all())
        seen = base or {at: (section.revision, section.content) for at, section in enumerate(sections)}
        typed = [
            writing.TypedSection(
                key=sections[at].key, revision=seen[at][0], base=seen[at][1], content=content
            )
            for at, content in (texts or {}).items()
        ]
        values = {
            name: writing.TypedValue(base=was, value=value) for name, (was, value) in (head or {}).items()
        }
        person = lindevad.cast.people[name]
        at = lindevad.now + after * MINUTE
        return paper.write(by=person, at=at, sections=typed, head=values, why=why)

    return written


def content(paper):
    return [section.content for section in paper.sections.all()]


def seen_now(paper):
    return {at: (section.revision, section.content) for at, section in enumerate(paper.sections.all())}


def test_what_is_written_is_kept_clean_and_counted(paper, write):
    done = write("karen", {0: "<p class=MsoNormal>Vi får <b>bænke</b></p>", 1: "At 1) planen godkendes.\n\n"})
    assert content(paper) == ["<p>Vi får <strong>bænke</strong></p>", "planen godkendes.", ""]
    assert done.revision == paper.revision == 1
    assert paper.characters == len("Vi får bænke") + len("planen godkendes.")


def test_two_who_wrote_in_different_paragraphs_are_brought_together(lindevad, paper, write):
    write("karen", {0: "<p>a</p><p>b</p>"})
    seen = seen_now(paper)
    write("karen", {0: "<p>a1</p><p>b</p>"})
    done = write("karen", {0: "<p>a</p><p>b</p><p>c</p>"}, base=seen)
    assert content(paper)[0] == "<p>a1</p><p>b</p><p>c</p>"
    assert list(done.changed.values()) == ["<p>a1</p><p>b</p><p>c</p>"]


def test_two_who_wrote_in_one_paragraph_both_see_it_and_nothing_is_saved(paper, write, writing):
    write("karen", {0: "<p>a</p>", 1: "planen godkendes."})
    seen = seen_now(paper)
    write("karen", {0: "<p>hendes</p>"})
    with pytest.raises(writing.Collided) as refused:
        write("karen", {0: "<p>hans</p>", 2: "<p>nyt</p>"}, base=seen)
    (collision,) = refused.value.sections
    assert (collision.theirs, collision.mine) == ("<p>hendes</p>", "<p>hans</p>")
    assert collision.merged.html == "<p>hendes</p><p>hans</p>"
    assert content(paper) == ["<p>hendes</p>", "planen godkendes.", ""]


def test_clauses_are_merged_one_by_one(paper, write):
    write("karen", {1: "a\nb"})
    seen = seen_now(paper)
    write("karen", {1: "a\nb2"})
    write("karen", {1: "a\nb\nc"}, base=seen)
    assert content(paper)[1] == "a\nb2\nc"


def test_the_head_is_merged_column_by_column(paper, write, writing):
    write("karen", head={"title": ("Højvandsmur", "Mur"), "case_number": ("", "25/26257")})
    assert (paper.title, paper.case_number) == ("Mur", "25/26257")
    write("karen", head={"title": ("Højvandsmur", "Mur"), "phone": (paper.phone, "1")})
    with pytest.raises(writing.Collided) as refused:
        write("karen", head={"title": ("Højvandsmur", "Dige")})
    assert refused.value.head["title"].value == "Dige"
    assert paper.title == "Mur"


def to(paper, receiver):
    """The head that says so, over what the paper says now."""
    return {"receiver": (str(paper.receiver.key), receiver)}


def stops(paper):
    return [step.body for step in paper.steps.order_by("order")]


def test_another_receiver_is_printed_kept_in_the_version_and_takes_the_step_of_the_one_before(
    lindevad, paper, write
):
    cast = lindevad.cast
    done = write("karen", head=to(paper, cast.council))
    paper.refresh_from_db()
    assert paper.text().to == "Byrådet"
    assert done.version.content["head"]["receiver"] == str(cast.council.key)
    assert stops(paper) == [cast.department, cast.council]


def test_a_receiver_who_is_on_the_way_already_changes_nothing_there(lindevad, paper, write, models):
    cast = lindevad.cast
    paper.add_step(cast.council, models.Task.DECIDES, by=cast.karen, at=lindevad.now)
    write("karen", head=to(paper, cast.council))
    assert stops(paper) == [cast.department, cast.committee, cast.council]


def test_one_who_has_been_reached_keeps_the_step_and_the_new_receiver_comes_last(lindevad, paper, write):
    cast = lindevad.cast
    paper.steps.get(body=cast.committee).reach(lindevad.now)
    write("karen", head=to(paper, cast.council))
    assert stops(paper) == [cast.department, cast.committee, cast.council]


def test_a_meeting_of_a_body_that_is_left_out_is_aimed_at_no_more(lindevad, paper, write):
    paper.aimed_at = lindevad.meeting()
    paper.save()
    write("karen", head=to(paper, lindevad.cast.council))
    paper.refresh_from_db()
    assert paper.aimed_at is None


def test_a_department_receives_no_papers(lindevad, paper, write):
    refused = import_module("raadslag.models.refusal").Refused
    with pytest.raises(refused, match="der holder møder"):
        write("karen", head=to(paper, lindevad.cast.mayors_department))
    paper.refresh_from_db()
    assert paper.receiver == lindevad.cast.committee


def test_whoever_has_not_the_pen_saves_nothing_and_is_told_so(lindevad, paper, write, writing):
    paper.take_pen_back(by=lindevad.cast.jens, at=lindevad.now)
    with pytest.raises(writing.PenElsewhere, match="Jens Holt har pennen"):
        write("karen", {0: "<p>x</p>"})
    assert content(paper)[0] == ""


def test_a_pen_that_lies_there_is_taken_by_whoever_writes(lindevad, paper, write):
    paper.put_down_pen(by=lindevad.cast.karen, at=lindevad.now)
    write("jens", {0: "<p>x</p>"})
    assert paper.pen == lindevad.cast.jens


@pytest.mark.parametrize("name", ["leif", "anna", "bo", "dan", "ada"])
def test_nobody_else_writes(paper, write, lindevad, name):
    refused = import_module("raadslag.models.refusal").Refused
    paper.put_down_pen(by=lindevad.cast.karen, at=lindevad.now)
    with pytest.raises(refused):
        write(name, {0: "<p>x</p>"})


@pytest.mark.parametrize("state", [PaperState.SUBMITTED, PaperState.APPROVED, PaperState.ON_AGENDA])
def test_nobody_writes_in_what_has_been_sent(paper, write, models, state):
    refused = import_module("raadslag.models.refusal").Refused
    models.Paper.objects.filter(pk=paper.pk).update(state=state)
    with pytest.raises(refused, match="kan ikke rettes nu"):
        write("karen", {0: "<p>x</p>"})


def test_a_sitting_is_one_version_and_the_last_version_is_the_text(lindevad, paper, write):
    write("karen", {0: "<p>a</p>"})
    write("karen", {0: "<p>ab</p>"}, after=10)
    assert [version.number for version in paper.versions.all()] == [1]
    write("karen", {0: "<p>abc</p>"}, after=31)
    write("karen", {0: "<p>abc</p>"}, after=32, why="Gemt")
    write("karen", {0: "<p>abcd</p>"}, after=33)
    lindevad.cast.karen.refresh_from_db()
    paper.hand_over_pen(lindevad.cast.jens, by=lindevad.cast.karen, at=lindevad.now)
    write("jens", {0: "<p>abcde</p>"}, after=34)
    versions = list(paper.versions.order_by("number"))
    assert [each.content["sections"][0]["content"] for each in versions] == [
        "<p>ab</p>",
        "<p>abc</p>",
        "<p>abcd</p>",
        "<p>abcde</p>",
    ]
    assert [each.saved_by.name for each in versions] == ["Karen Friis"] * 3 + ["Jens Holt"]
    assert [each.why for each in versions] == ["", "Gemt", "", ""]
    assert versions[-1].content == paper.content()


def test_saving_the_same_again_is_no_change(paper, write):
    write("karen", {0: "<p>a</p>"})
    done = write("karen", {0: "<p>a</p>"}, after=60)
    assert (done.revision, done.version) == (1, None)
    assert paper.versions.count() == 1


def test_the_log_tells_of_versions_and_of_closing_and_names_nothing_closed(paper, write, models):
    write(
        "karen",
        {0: "<p>hemmeligt</p>"},
        head={
            "part": ("open", "closed"),
            "closed_ground": ("", "Forhandling"),
            "title": ("Højvandsmur", "Køb"),
        },
    )
    assert paper.part == Part.CLOSED
    events = models.Event.objects.filter(noun_key=str(paper.key), verb__in=["paper_written", "paper_closed"])
    assert sorted(event.verb for event in events) == ["paper_closed", "paper_written"]
    assert not [event for event in events if "Køb" in event.label or "hemmeligt" in str(event.detail)]
