"""The annual wheel (årshjul): the year's topics as a drawing and as a list that says the same."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.year.drawing import drawing
from raadslag.desk.year.forms.wheel import TopicForm
from raadslag.desk.year.pages import FORM, form_page
from raadslag.desk.year.rights import may_plan, meeting_body, planned_body, theirs
from raadslag.models import Body, Item, Paper, Topic
from raadslag.models.keeping import keep
from raadslag.models.paper_begin import BEGINNERS
from raadslag.models.topic import used_in
from raadslag.rules.paper_states import PaperState


@require_safe
def wheel(request: HttpRequest, key: UUID) -> HttpResponse:
    body = meeting_body(key)
    person, on = person_of(request), today()
    topics = list(body.topics.on_the_wheel().select_related("responsible"))
    seen = Item.objects.visible_to(person, on).filter(pk__in=used_in(on.year), topic__in=topics)
    taken_up = {item.topic_id: item for item in seen.select_related("meeting")}
    used = [topic.pk in taken_up for topic in topics]
    papers = Paper.objects.visible_to(person, on).filter(topic__in=topics, created_at__year=on.year)
    on_the_way = {paper.topic_id: paper for paper in papers.exclude(state=PaperState.WITHDRAWN)}
    context = {
        "section": "wheel",
        "crumbs": [(_("Årshjul"), None), (body.name, None)],
        "body": body,
        "bodies": Body.objects.meeting().filter(is_active=True),
        "year": on.year,
        "drawing": drawing([topic.month for topic in topics], used, on.month),
        "months": months(topics, taken_up, on_the_way),
        "off": body.topics.filter(is_active=False),
        "may_plan": may_plan(person, body),
        "may_write": person.bodies_as(BEGINNERS, on).departments().exists(),
    }
    return render(request, "desk/year/wheel.html", context)


def months(
    topics: list[Topic], taken_up: dict[int, Item], on_the_way: dict[int, Paper]
) -> list[dict[str, object]]:
    """The months with their topics, numbered as in the drawing, and what has come of each this year."""
    rows = [
        {
            "number": number,
            "topic": topic,
            "item": taken_up.get(topic.pk),
            "paper": on_the_way.get(topic.pk),
        }
        for number, topic in enumerate(topics, 1)
    ]
    return [
        {
            "number": month,
            "name": capfirst(MONTHS[month]),
            "topics": [row for row, topic in zip(rows, topics, strict=True) if topic.month == month],
        }
        for month in range(1, 13)
    ]


@require_http_methods(FORM)
def topic_new(request: HttpRequest, key: UUID) -> HttpResponse:
    body = planned_body(request, key)
    form = TopicForm(request.POST or None, instance=Topic(body=body), initial={"month": today().month})
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False), "topic_added", by=person_of(request), at=now())
        messages.success(request, _("Emnet er på årshjulet."))
        return redirect("desk:wheel", key)
    return form_page(request, form, title=_("Nyt emne"), section="wheel", back=("wheel", key), lead=body.name)


@require_http_methods(FORM)
def topic_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    topic = planned_topic(request, key)
    form = TopicForm(request.POST or None, instance=topic)
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False), "topic_changed", by=person_of(request), at=now())
        messages.success(request, _("Ændringerne er gemt."))
        return back_to_wheel(topic)
    back = ("wheel", topic.body.key)
    return form_page(request, form, title=_("Ret emnet"), section="wheel", back=back, lead=topic.body.name)


@require_http_methods(["POST"])
def topic_off(request: HttpRequest, key: UUID) -> HttpResponse:
    """Takes the topic off the wheel; what was made of it stays, and it can be put on again."""
    topic = planned_topic(request, key)
    topic.is_active = False
    keep(topic, "topic_taken_off", by=person_of(request), at=now())
    messages.success(request, _("»%(topic)s« er taget af årshjulet.") % {"topic": topic})
    return back_to_wheel(topic)


@require_http_methods(["POST"])
def topic_on(request: HttpRequest, key: UUID) -> HttpResponse:
    """Puts the topic on the wheel again."""
    topic = planned_topic(request, key)
    topic.is_active = True
    keep(topic, "topic_put_on", by=person_of(request), at=now())
    messages.success(request, _("»%(topic)s« er på årshjulet igen.") % {"topic": topic})
    return back_to_wheel(topic)


def planned_topic(request: HttpRequest, key: UUID) -> Topic:
    """The topic with that key, if its body's year is the person's to plan. Raises Http404."""
    topic = get_object_or_404(Topic.objects.select_related("body"), key=key)
    theirs(request, topic.body)
    return topic


def back_to_wheel(topic: Topic) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("desk:wheel", args=[topic.body.key]))
