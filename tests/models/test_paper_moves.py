"""A paper from draft to decision, and everything that is not allowed on the way."""

from datetime import timedelta
from importlib import import_module

import pytest

from raadslag.record import Part
from raadslag.rules.paper_states import Move, PaperState

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")


@pytest.fixture
def refusal(stores):
    return import_module("raadslag.models.refusal")


@pytest.fixture
def flow(stores):
    return import_module("tests.models.flow").Flow()


def notices(person):
    return [notice.text for notice in person.notices.order_by("pk")]


def test_a_case_goes_the_whole_way_and_carries_everybodys_words(flow, models):
    cast, paper = flow.cast, flow.begun()
    paper.submit(by=cast.karen, at=flow.now)
    assert (paper.state, paper.turn.body, paper.pen) == (PaperState.SUBMITTED, cast.department, None)
    paper.approve(by=cast.leif, at=flow.now, comment="God sag.")
    assert (paper.state, paper.turn.body) == (PaperState.APPROVED, cast.mayors_department)
    assert paper not in models.Paper.objects.waiting()
    paper.endorse(text="Ingen bemærkninger.", by=cast.mette, at=flow.now)
    assert (paper.state, paper.turn.body) == (PaperState.APPROVED, cast.magistrate)
    assert paper in models.Paper.objects.waiting()
    meeting = flow.meeting_of(cast.magistrate)
    paper.place(meeting, by=cast.anna, at=flow.now)
    assert [item.paper for item in meeting.items.all()] == [paper]
    assert paper not in models.Paper.objects.waiting()
    after = meeting.ends_at
    paper.decide(text="Magistraten anbefaler.", reservations="L tog forbehold.", by=cast.anna, at=after)
    paper.pass_on(by=cast.anna, at=after)
    assert (paper.state, paper.turn.body) == (PaperState.APPROVED, cast.council)
    council = flow.meeting_of(cast.council, days=50)
    paper.place(council, by=cast.anna, at=after)
    paper.decide(text="Godkendt.", by=cast.anna, at=council.ends_at)
    assert paper.state == PaperState.DECIDED
    assert paper.next_step is None
    assert [(str(step.body), step.text, step.reservations) for step in paper.spoken] == [
        ("Klima og Miljø", "", ""),
        ("Borgmesterens Afdeling", "Ingen bemærkninger.", ""),
        ("Magistraten", "Magistraten anbefaler.", "L tog forbehold."),
        ("Byrådet", "Godkendt.", ""),
    ]
    assert [move.move for move in paper.moves.all()] == [
        "submit", "approve", "endorse", "place", "decide", "pass_on", "place", "decide",
    ]  # fmt: skip
    assert list(models.verify_log()) == []


def test_the_council_refers_a_case_to_a_committee_and_has_it_back(flow, models):
    cast, paper = flow.cast, flow.placed()
    after = paper.items.get().meeting.ends_at
    paper.decide(text="Anbefales.", by=cast.anna, at=after)
    paper.pass_on(by=cast.anna, at=after)
    council = flow.meeting_of(cast.council, days=50)
    paper.place(council, by=cast.anna, at=after)
    paper.decide(text="Sendes til udvalget.", by=cast.anna, at=council.ends_at)
    paper.add_step(cast.committee, models.Task.ADVISES, by=cast.anna, at=council.ends_at)
    paper.add_step(cast.council, models.Task.DECIDES, by=cast.anna, at=council.ends_at)
    paper.pass_on(by=cast.anna, at=council.ends_at)
    assert paper.turn.body == cast.committee
    assert paper in models.Paper.objects.waiting().at([cast.committee])


def test_what_is_sent_back_is_approved_and_endorsed_anew(flow):
    cast, paper = flow.cast, flow.endorsed()
    paper.return_to_writers(comment="Tallene mangler.", by=cast.anna, at=flow.now)
    assert (paper.state, paper.turn.body) == (PaperState.RETURNED, cast.department)
    assert paper.spoken == []
    assert "sendt tilbage" in notices(cast.karen)[-1]
    paper.submit(by=cast.karen, at=flow.now)
    assert [rule.move for rule in paper.moves_for(cast.mette, flow.today)] == []
    paper.approve(by=cast.leif, at=flow.now)
    assert paper.turn.body == cast.mayors_department
    assert paper.turn.text == "Ingen bemærkninger."  # hers to keep or change
    paper.endorse(text="Nu er tallene der.", by=cast.mette, at=flow.now)
    assert paper.turn.body == cast.magistrate


def test_a_deputy_approves_in_the_approvers_stead(flow):
    paper = flow.submitted()
    move = paper.approve(by=flow.cast.tove, at=flow.now)
    assert (move.by, move.for_whom) == (flow.cast.tove, flow.cast.leif)
    assert flow.approved().moves.last().for_whom is None


@pytest.mark.parametrize("name", ["karen", "jens", "mette", "anna", "bo", "dan", "ada", "olga", "stine"])
def test_nobody_else_approves(flow, refusal, name):
    paper = flow.submitted()
    with pytest.raises(refusal.Refused, match="Klima og Miljø"):
        paper.approve(by=flow.cast.people[name], at=flow.now)
    paper.refresh_from_db()
    assert paper.state == PaperState.SUBMITTED


def test_an_approver_elsewhere_cannot_approve_though_the_paper_has_been_there(flow, refusal):
    paper = flow.approved()
    paper.return_to_writers(comment="Skriv kortere.", by=flow.cast.mette, at=flow.now)
    paper.submit(by=flow.cast.karen, at=flow.now)
    with pytest.raises(refusal.Refused):
        paper.approve(by=flow.cast.mette, at=flow.now)


def test_one_who_is_shut_out_moves_nothing(flow, refusal):
    paper = flow.submitted()
    flow.shut_out("leif", paper=paper)
    with pytest.raises(refusal.Refused):
        paper.approve(by=flow.cast.leif, at=flow.now)


def test_everything_that_is_missing_is_said_at_once(flow, refusal):
    paper = flow.begun(filled=False, title="")
    with pytest.raises(refusal.Unfinished) as refused:
        paper.submit(by=flow.cast.karen, at=flow.now)
    assert refused.value.sentences == (
        "Giv indstillingen en overskrift.",
        "Udfyld afsnittet »Resumé«.",
        "Skriv mindst ét punkt under »Beslutningspunkter«.",
    )


def test_a_section_over_its_limit_stops_the_paper(flow, refusal, models):
    paper = flow.begun()
    models.PaperSection.objects.filter(paper=paper, heading="Resumé").update(content=f"<p>{'a' * 903}</p>")
    with pytest.raises(refusal.Unfinished, match="3 tegn for langt"):
        paper.submit(by=flow.cast.karen, at=flow.now)


def test_a_closed_paper_without_a_title_for_the_public_is_not_sent_in(flow, refusal):
    paper = flow.begun(part=Part.CLOSED, public_title="")
    with pytest.raises(refusal.Unfinished, match="offentlig overskrift"):
        paper.submit(by=flow.cast.karen, at=flow.now)


def test_an_attachment_that_failed_stops_the_paper_until_it_is_left_out(flow, refusal, models):
    paper = flow.begun()
    attachment = flow.attachment(paper=paper)
    models.AttachmentFile.objects.create(
        attachment=attachment, number=1, name="budget.xlsx", size=1, sha256="0" * 64,
        uploaded_at=flow.now, uploaded_by=flow.cast.karen, state=models.FileState.FAILED,
    )  # fmt: skip
    with pytest.raises(refusal.Unfinished, match="kunne ikke omdannes"):
        paper.submit(by=flow.cast.karen, at=flow.now)
    attachment.left_out_reason = "Filen er i stykker."
    attachment.save()
    paper.submit(by=flow.cast.karen, at=flow.now)


def test_somebody_elses_pen_is_not_put_down_by_sending_the_paper_in(flow, refusal):
    paper = flow.begun()
    paper.hand_over_pen(flow.cast.jens, by=flow.cast.karen, at=flow.now)
    with pytest.raises(refusal.Refused, match="Jens Holt har pennen"):
        paper.submit(by=flow.cast.karen, at=flow.now)


@pytest.mark.parametrize("move", ["return_to_writers", "withdraw"])
def test_who_stops_a_paper_says_why(flow, refusal, move):
    paper = flow.submitted()
    with pytest.raises(refusal.Refused, match="bemærkning"):
        getattr(paper, move)(by=flow.cast.leif, at=flow.now, comment="  ")


def test_an_endorsement_has_words(flow, refusal):
    paper = flow.approved()
    with pytest.raises(refusal.Refused, match="påtegningen"):
        paper.endorse(text=" ", by=flow.cast.mette, at=flow.now)
    assert flow.cast.magistrate not in [step.body for step in paper.route if step.is_reached]


def test_a_paper_that_waits_for_an_endorsement_is_on_no_agenda(flow, refusal):
    paper = flow.approved()
    with pytest.raises(refusal.Refused, match="påtegning fra Borgmesterens Afdeling"):
        paper.place(flow.meeting_of(flow.cast.magistrate), by=flow.cast.anna, at=flow.now)


def test_a_paper_is_placed_on_a_coming_meeting_of_the_body_whose_turn_it_is(flow, refusal, models):
    paper, cast = flow.endorsed(), flow.cast
    with pytest.raises(refusal.Refused, match="Magistraten"):
        paper.place(flow.meeting_of(cast.council), by=cast.anna, at=flow.now)
    held = flow.meeting_of(cast.magistrate, days=20)
    models.Meeting.objects.filter(pk=held.pk).update(state="held")
    with pytest.raises(refusal.Refused, match="Vælg et andet møde"):
        paper.place(held, by=cast.anna, at=flow.now)
    with pytest.raises(refusal.Refused, match="Vælg et andet møde"):
        paper.place(flow.meeting_of(cast.magistrate, days=-1), by=cast.anna, at=flow.now)
    assert not models.Item.objects.exists()


def test_items_are_placed_last_each_with_a_place_of_its_own(flow):
    meeting = flow.meeting_of(flow.cast.magistrate)
    for _each in range(3):
        flow.endorsed().place(meeting, by=flow.cast.anna, at=flow.now)
    assert [item.order for item in meeting.items.all()] == [1, 2, 3]


def test_a_topic_of_the_wheel_is_used_when_its_paper_is_placed(flow, models):
    topic = models.Topic.objects.create(body=flow.cast.magistrate, month=4, title="Havneplan")
    paper = flow.placed(topic=topic)
    assert paper.items.get().topic == topic


def test_taken_off_an_agenda_the_paper_waits_again(flow, models):
    paper = flow.placed()
    paper.take_off(comment="Udsat.", by=flow.cast.anna, at=flow.now)
    assert not paper.items.on_agendas().exists()
    assert paper in models.Paper.objects.waiting()


def test_an_agenda_that_was_sent_keeps_its_item(flow, models):
    paper = flow.placed()
    models.Meeting.objects.update(state="sent")
    paper.take_off(comment="Udsat.", by=flow.cast.anna, at=flow.now)
    assert paper.items.count() == 1
    assert paper in models.Paper.objects.waiting()
    later = flow.meeting_of(flow.cast.magistrate, days=60)
    paper.place(later, by=flow.cast.anna, at=flow.now)
    paper.decide(text="Anbefales.", by=flow.cast.anna, at=later.ends_at)


def test_one_shut_out_of_an_item_is_shut_out_of_the_paper_that_leaves_it(flow):
    paper = flow.placed()
    flow.shut_out("mette", item=paper.items.get())
    assert not paper.may_be_seen_by(flow.cast.mette, flow.today)
    paper.take_off(comment="Udsat.", by=flow.cast.anna, at=flow.now)
    assert not paper.may_be_seen_by(flow.cast.mette, flow.today)
    assert paper.may_be_seen_by(flow.cast.leif, flow.today)


def test_a_meeting_that_is_called_off_lets_its_papers_go(flow, models):
    paper = flow.placed()
    paper.items.get().meeting.cancel("Formanden er syg.", by=flow.cast.ada, at=flow.now)
    paper.refresh_from_db()
    assert paper.state == PaperState.APPROVED
    assert paper in models.Paper.objects.waiting()
    assert "aflyst" in notices(flow.cast.karen)[-1]


def test_papers_follow_a_meeting_that_is_moved(flow):
    meeting = flow.meeting_of(flow.cast.magistrate)
    paper = flow.begun(aimed_at=meeting)
    before = paper.route[0].due_on
    later = [each + timedelta(days=14) for each in (meeting.starts_at, meeting.ends_at)]
    meeting = meeting.move(*later, "", by=flow.cast.ada, at=flow.now)
    begun_now = flow.begun(aimed_at=meeting)
    assert [step.due_on for step in paper.route] == [step.due_on for step in begun_now.route]
    assert paper.route[0].due_on > before
    assert "er flyttet fra" in notices(flow.cast.karen)[-1]
    told = len(notices(flow.cast.karen))
    meeting.move(later[0] + HOUR, later[1] + HOUR, "", by=flow.cast.ada, at=flow.now)
    assert len(notices(flow.cast.karen)) == told  # the same day


def test_papers_that_aimed_at_a_meeting_called_off_have_no_dates_of_it(flow):
    meeting = flow.meeting_of(flow.cast.magistrate)
    paper = flow.begun(aimed_at=meeting)
    meeting.cancel("Formanden er syg.", by=flow.cast.ada, at=flow.now)
    paper.refresh_from_db()
    assert (paper.aimed_at, [step.due_on for step in paper.route[:3]]) == (None, [None] * 3)
    assert "skal have et andet møde" in notices(flow.cast.karen)[-1]


def test_a_decision_comes_after_the_meeting_has_begun(flow, refusal):
    paper = flow.placed()
    with pytest.raises(refusal.Refused, match="ikke begyndt"):
        paper.decide(text="Godkendt.", by=flow.cast.anna, at=flow.now)


def test_at_the_end_of_the_route_there_is_nobody_to_pass_on_to(flow, refusal):
    paper = flow.to_committee()
    cast, meeting = flow.cast, flow.meeting_of(flow.cast.committee)
    paper.submit(by=cast.karen, at=flow.now)
    paper.approve(by=cast.leif, at=flow.now)
    paper.place(meeting, by=cast.anna, at=flow.now)
    paper.decide(text="Godkendt.", by=cast.anna, at=meeting.ends_at)
    with pytest.raises(refusal.Refused, match="Sagsgangen er slut"):
        paper.pass_on(by=cast.anna, at=meeting.ends_at)


def test_a_paper_that_was_withdrawn_is_a_draft_again_when_it_is_resumed(flow, refusal):
    paper = flow.approved()
    paper.withdraw(comment="Vi venter på staten.", by=flow.cast.karen, at=flow.now)
    assert paper.moves_for(flow.cast.mette, flow.today) == []
    with pytest.raises(refusal.Refused, match="trukket tilbage"):
        paper.endorse(text="Ja.", by=flow.cast.mette, at=flow.now)
    paper.resume(by=flow.cast.karen, at=flow.now)
    assert (paper.state, paper.turn.body) == (PaperState.DRAFT, flow.cast.department)


def test_one_who_looked_before_somebody_else_moved_it_is_told_so(flow, refusal):
    paper = flow.submitted()
    seen = paper.moves.count()
    paper.return_to_writers(comment="Skriv kortere.", by=flow.cast.leif, at=flow.now)
    paper.submit(by=flow.cast.karen, at=flow.now)
    with pytest.raises(refusal.Overtaken, match="Karen Friis"):
        paper.approve(by=flow.cast.tove, at=flow.now, seen=seen)


def test_a_paper_that_comes_late_says_why_and_the_reason_is_kept(flow, refusal):
    meeting = flow.meeting_of(flow.cast.committee, days=7)  # papers were due before today
    paper = flow.to_committee(aimed_at=meeting)
    with pytest.raises(refusal.ReasonNeeded, match="indstillinger afleveret"):
        paper.submit(by=flow.cast.karen, at=flow.now)
    move = paper.submit(by=flow.cast.karen, at=flow.now, late_reason="Staten svarede i går.")
    assert move.late_reason == "Staten svarede i går."
    with pytest.raises(refusal.ReasonNeeded, match="godkendt"):
        paper.approve(by=flow.cast.leif, at=flow.now)
    paper.approve(by=flow.cast.leif, at=flow.now, late_reason="Staten svarede i går.")
    paper.place(meeting, by=flow.cast.anna, at=flow.now)  # the reason that was given holds here too


def test_a_hard_deadline_cannot_be_explained_away(flow, refusal, models):
    models.DeadlineRule.objects.update(is_soft=False)
    paper = flow.to_committee(aimed_at=flow.meeting_of(flow.cast.committee, days=7))
    with pytest.raises(refusal.Refused, match="kan ikke overskrides"):
        paper.submit(by=flow.cast.karen, at=flow.now, late_reason="Staten svarede i går.")


@pytest.mark.parametrize("gone", [{"state": "cancelled"}, {"starts_at": "2026-02-27T12:00:00Z"}])
def test_a_meeting_that_is_cancelled_or_over_makes_no_paper_late(flow, models, gone):
    models.DeadlineRule.objects.update(is_soft=False)
    meeting = flow.meeting_of(flow.cast.committee, days=7)
    paper = flow.to_committee(aimed_at=meeting)
    models.Meeting.objects.filter(pk=meeting.pk).update(**gone)
    paper.refresh_from_db()
    assert paper.submit(by=flow.cast.karen, at=flow.now)


def test_a_paper_placed_late_though_approved_in_time_is_not_late(flow):
    paper = flow.endorsed()
    meeting = flow.meeting_of(flow.cast.magistrate, days=20)
    paper.place(meeting, by=flow.cast.anna, at=meeting.starts_at - 4 * DAY)


def test_a_paper_aimed_at_a_meeting_is_due_by_the_meetings_deadlines(flow):
    meeting = flow.meeting_of(flow.cast.committee, days=30)
    paper = flow.to_committee(aimed_at=meeting)
    due = {each.rule.kind: each.due_at.date() for each in meeting.deadlines(
        import_module("raadslag.models.municipality").house_practice()
    )}  # fmt: skip
    assert [step.due_on for step in paper.route] == [due["papers_due"], meeting.held_on]


def test_each_who_owes_something_is_told_and_nobody_else(flow):
    cast, paper = flow.cast, flow.begun()
    paper.submit(by=cast.karen, at=flow.now)
    assert notices(cast.leif) == ["Højvandsmur ved havnen venter på din godkendelse."]
    assert notices(cast.tove) == notices(cast.leif)
    paper.approve(by=cast.tove, at=flow.now)
    assert notices(cast.mette) == ["Højvandsmur ved havnen venter på din påtegning."]
    assert notices(cast.karen) == ["Højvandsmur ved havnen er godkendt."]
    assert [notices(person) for person in (cast.bo, cast.dan, cast.jens, cast.ada)] == [[], [], [], []]


def test_a_notice_about_what_is_closed_does_not_name_it(flow):
    paper = flow.begun(part=Part.CLOSED)
    paper.submit(by=flow.cast.karen, at=flow.now)
    assert notices(flow.cast.leif) == ["Lukket indstilling 25/26257 venter på din godkendelse."]


def test_who_owes_what_is_next(flow):
    cast = flow.cast
    owed = {state: paper.owed_by(flow.now) for state, paper in flow.at_each_state().items()}
    assert owed == {
        "draft": [cast.karen],
        "submitted": [cast.leif, cast.tove],
        "approved": [cast.mette],
        "endorsed": [cast.anna],
        "placed": [cast.anna],
    }


def test_the_database_and_the_rule_agree_on_whose_turn_it_is(flow, models):
    flow.at_each_state()
    returned = flow.endorsed()
    returned.return_to_writers(comment="Tallene mangler.", by=flow.cast.anna, at=flow.now)
    for paper in models.Paper.objects.all():
        bodies = [body for body in models.Body.objects.all() if paper in models.Paper.objects.at([body])]
        assert bodies == [paper.turn.body]


def test_the_moves_on_offer_are_the_ones_that_the_methods_take(flow, refusal):
    """Whoever is not offered a move is refused it, at every step of the way, for the whole cast."""
    meeting = flow.meeting_of(flow.cast.magistrate)
    calls = {
        Move.SUBMIT: lambda paper, **act: paper.submit(**act),
        Move.APPROVE: lambda paper, **act: paper.approve(**act),
        Move.RETURN: lambda paper, **act: paper.return_to_writers(comment="x", **act),
        Move.ENDORSE: lambda paper, **act: paper.endorse(text="x", **act),
        Move.PLACE: lambda paper, **act: paper.place(meeting, **act),
        Move.TAKE_OFF: lambda paper, **act: paper.take_off(comment="x", **act),
        Move.PASS_ON: lambda paper, **act: paper.pass_on(**act),
        Move.WITHDRAW: lambda paper, **act: paper.withdraw(comment="x", **act),
        Move.RESUME: lambda paper, **act: paper.resume(**act),
    }
    for paper in flow.at_each_state().values():
        for person in flow.cast.people.values():
            offered = {rule.move for rule in paper.moves_for(person, flow.today)}
            for move, call in calls.items():
                if move not in offered:
                    with pytest.raises(refusal.Refused):
                        call(paper, by=person, at=flow.now)
