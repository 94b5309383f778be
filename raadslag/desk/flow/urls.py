"""The addresses of papers on their way."""

from django.urls import path

from raadslag.desk.flow import (
    hearings,
    item,
    moves,
    notices,
    paper,
    papers,
    pen,
    pool,
    route,
    route_templates,
)

urlpatterns = [
    path("indstillinger/", papers.papers, name="papers"),
    path("indstillinger/tilstande", papers.states, name="paper-states"),
    path("indstillinger/<uuid:key>/", paper.paper, name="paper"),
    path("indstillinger/<uuid:key>/gang/<slug:move>", moves.paper_move, name="paper-move"),
    path("indstillinger/<uuid:key>/pen/<slug:act>", pen.paper_pen, name="paper-pen"),
    path("indstillinger/<uuid:key>/sagsgang", route.paper_route, name="paper-route"),
    path("indstillinger/<uuid:key>/sagsgang/<uuid:step>/<slug:act>", route.step_change, name="route-step"),
    path("indstillinger/<uuid:key>/hoering", hearings.paper_hearing, name="paper-hearing"),
    path("hoeringer/<uuid:key>/afslut", hearings.hearing_close, name="hearing-close"),
    path("hoeringssvar/<uuid:key>", hearings.hearing_answer, name="hearing-answer"),
    path("pulje/", pool.pool, name="pool"),
    path("punkter/<uuid:key>/", item.item, name="item"),
    path("beskeder/laest", notices.read_notices, name="notices-read"),
    path("administration/sagsgange/", route_templates.routes, name="routes"),
    path("administration/sagsgange/ny", route_templates.route_new, name="routes-new"),
    path("administration/sagsgange/<uuid:key>/", route_templates.route_edit, name="routes-edit"),
]
