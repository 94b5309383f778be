"""Moving a paper: one address for each move, and the paper's page again where it is refused."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.desk.flow.forms import MoveForm
from raadslag.desk.flow.hearings import warn_of_open_rounds
from raadslag.desk.flow.paper import page_of, papers
from raadslag.models import Paper
from raadslag.models.refusal import Overtaken, ReasonNeeded, Refused
from raadslag.rules.paper_states import Move, PaperState, rule_for

CONFLICT, UNPROCESSABLE = 409, 422
DONE = {
    Move.SUBMIT: gettext_lazy("Indstillingen er sendt til godkendelse."),
    Move.RETURN: gettext_lazy("Indstillingen er sendt tilbage."),
    Move.APPROVE: gettext_lazy("Indstillingen er godkendt."),
    Move.ENDORSE: gettext_lazy("Påtegningen er givet."),
    Move.PLACE: gettext_lazy("Indstillingen er sat på dagsordenen."),
    Move.TAKE_OFF: gettext_lazy("Indstillingen er taget af dagsordenen og venter i puljen."),
    Move.DECIDE: gettext_lazy("Beslutningen er noteret."),
    Move.PASS_ON: gettext_lazy("Indstillingen er sendt videre."),
    Move.WITHDRAW: gettext_lazy("Indstillingen er trukket tilbage."),
    Move.RESUME: gettext_lazy("Indstillingen er en kladde igen."),
}


@require_POST
def paper_move(request: HttpRequest, key: UUID, move: str) -> HttpResponse:
    """The move, if the table has it from the paper's state; else the page says what has happened."""
    paper, person = seen(request, Paper, key, papers()), person_of(request)
    if move not in list(Move):
        raise Http404
    rule = rule_for(PaperState(paper.state), Move(move))
    if rule is None:
        return overtaken(request, paper)
    form = MoveForm(request.POST, paper=paper, rule=rule, at=now())
    status = UNPROCESSABLE
    if form.is_valid():
        try:
            form.make(by=person, at=now())
        except Refused as refusal:
            status = CONFLICT if isinstance(refusal, Overtaken) else UNPROCESSABLE
            paper.refresh_from_db()
            form.look_again()
            lateness = "late_reason" if isinstance(refusal, ReasonNeeded) else None
            for sentence in refusal.sentences:
                form.add_error(lateness if lateness in form.fields else None, sentence)
        else:
            messages.success(request, str(DONE[rule.move]))
            if rule.move == Move.PLACE:
                warn_of_open_rounds(request, paper)
            visible = Paper.objects.visible_to(person, today()).filter(pk=paper.pk).exists()
            return redirect("desk:paper", key) if visible else redirect("desk:start")
    return render(request, "desk/papers/paper.html", page_of(request, paper, form), status=status)


def overtaken(request: HttpRequest, paper: Paper) -> HttpResponse:
    """The page as it is now; whoever sent the form looked at it before."""
    messages.error(
        request,
        _("Det kan ikke lade sig gøre længere: indstillingen er nu »%(state)s«.")
        % {"state": paper.state_in_words},
    )
    return render(request, "desk/papers/paper.html", page_of(request, paper), status=CONFLICT)
