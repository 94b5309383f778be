"""Inhabil: entered by those who work with the case, and it is gone for the one, before the meeting too."""

from importlib import import_module

import pytest

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState

REASON = {"reason": "ejer nabogrunden"}


@pytest.fixture
def case(lindevad):
    """A closed paper on a planned meeting's agenda."""

    class Case:
        paper = lindevad.paper(state=PaperState.ON_AGENDA, part=Part.CLOSED)
        item = lindevad.item(paper=paper, state=MeetingState.SENT)

        def page(self, of):
            return f"/skrivebord/{of}/{(self.paper if of == 'indstillinger' else self.item).key}/inhabilitet"

        def thing(self, of):
            return self.paper if of == "indstillinger" else self.item

    return Case()


def text(response):
    return response.content.decode()


def seen_by(thing, person):
    return (
        type(thing)
        .objects.visible_to(person, import_module("raadslag.desk.access").today())
        .filter(pk=thing.pk)
    )


@pytest.mark.parametrize("of", ["indstillinger", "punkter"])
def test_a_member_is_shut_out_and_let_back(client_of, lindevad, case, of):
    anna, bo = client_of("anna"), lindevad.cast.bo
    assert seen_by(case.item, bo).exists()
    done = anna.post(case.page(of), {"person": bo.pk, **REASON}, follow=True)
    assert "Sagen er nu skjult for Bo Vang" in text(done)
    assert not seen_by(case.item, bo).exists()
    assert not seen_by(case.paper, bo).exists()
    lifted = anna.post(f"{case.page(of)}/{bo.key}/ophaev", follow=True)
    assert "Bo Vang kan se sagen igen" in text(lifted)
    assert seen_by(case.item, bo).exists()


@pytest.mark.parametrize("of", ["indstillinger", "punkter"])
def test_the_log_tells_who_and_not_what_the_closed_case_is_called(client_of, lindevad, case, of):
    client_of("anna").post(case.page(of), {"person": lindevad.cast.bo.pk, **REASON})
    event = import_module("raadslag.models").Event.objects.get(verb="shut_out")
    assert (event.by, event.detail) == (lindevad.cast.anna, {"person": "Bo Vang"})
    assert "øjvandsmur" not in event.label
    assert "nabo" not in str(event.detail)


@pytest.mark.parametrize("name", ["bo", "jens", "olga", "dan", "ada"])
@pytest.mark.parametrize("of", ["indstillinger", "punkter"])
def test_whoever_does_not_work_with_the_case_cannot(client_of, lindevad, case, of, name):
    client = client_of(name)
    assert client.get(case.page(of)).status_code == 404
    assert client.post(case.page(of), {"person": lindevad.cast.bo.pk, **REASON}).status_code == 404
    assert not case.thing(of).exclusions.exists()


def test_one_who_is_shut_out_cannot_lift_it(client_of, lindevad, case):
    client_of("anna").post(case.page("indstillinger"), {"person": lindevad.cast.karen.pk, **REASON})
    karen = client_of("karen")
    assert karen.get(case.page("indstillinger")).status_code == 404
    assert karen.post(f"{case.page('indstillinger')}/{lindevad.cast.karen.key}/ophaev").status_code == 404


def test_whoever_says_so_of_themselves_is_led_to_what_they_may_still_see(client_of, lindevad, case):
    done = client_of("karen").post(case.page("indstillinger"), {"person": lindevad.cast.karen.pk, **REASON})
    assert done.url == "/skrivebord/"


def test_who_is_kept_from_the_paper_stands_at_its_item_too_and_is_let_back_at_the_paper_alone(
    client_of, lindevad, case
):
    anna, bo = client_of("anna"), lindevad.cast.bo
    assert "Bo Vang</option>" in text(anna.get(case.page("punkter")))
    case.paper.shut_out(bo, "ejer nabogrunden", by=lindevad.cast.anna, at=lindevad.now)
    page = text(anna.get(case.page("punkter")))
    assert "<strong>Bo Vang</strong> – ejer nabogrunden" in page
    assert "Det rettes på indstillingen." in page
    assert "Bo Vang</option>" not in page
    assert f"{bo.key}/ophaev" not in page
    assert f"{bo.key}/ophaev" in text(anna.get(case.page("indstillinger")))
    assert "fra indstillingen" in text(anna.get(f"/skrivebord/punkter/{case.item.key}/"))


def test_the_pen_is_taken_from_one_who_is_shut_out(lindevad):
    paper = lindevad.paper()
    paper.pen, paper.pen_taken_at = lindevad.cast.karen, lindevad.now
    paper.save()
    paper.shut_out(lindevad.cast.karen, "ejer naboen", by=lindevad.cast.leif, at=lindevad.now)
    paper.refresh_from_db()
    assert paper.pen is None


def test_to_shut_out_twice_keeps_the_first_reason_and_to_lift_nothing_does_nothing(lindevad):
    paper, bo = lindevad.paper(), lindevad.cast.bo
    paper.shut_out(bo, "ejer naboen", by=lindevad.cast.leif, at=lindevad.now)
    again = paper.shut_out(bo, "noget andet", by=lindevad.cast.leif, at=lindevad.now)
    assert again.reason == "ejer naboen"
    assert paper.lift(bo, by=lindevad.cast.leif, at=lindevad.now)
    assert not paper.lift(bo, by=lindevad.cast.leif, at=lindevad.now)


def test_the_box_is_shown_to_those_who_work_with_the_case_alone(lindevad, case, rf):
    template = (
        import_module("django.template")
        .engines["django"]
        .from_string("{% load exclusions %}{% exclusions thing %}")
    )
    case.paper.shut_out(lindevad.cast.dan, "ejer nabogrunden", by=lindevad.cast.anna, at=lindevad.now)

    def box(name):
        request = rf.get("/")
        request.user = lindevad.cast.people[name]
        return template.render({"thing": case.paper}, request)

    assert "Dan Toft" in box("anna")
    assert "ejer nabogrunden" in box("leif")
    assert box("jens").strip() == ""


def test_nobody_is_chosen_by_accident(client_of, case):
    refused = client_of("anna").post(case.page("punkter"), {"person": "", "reason": ""})
    assert refused.status_code == 200
    assert not case.item.exclusions.exists()
