"""The addresses of bodies and the year."""

from django.urls import path

from raadslag.desk.year import (
    bodies,
    calendar,
    deadlines,
    meetings,
    memberships,
    municipality,
    plans,
    standing,
    wheel,
    wheels,
)

urlpatterns = [
    path("administration/kommune/", municipality.municipality, name="municipality"),
    path("administration/kommune/valgperiode", municipality.term_new, name="term-new"),
    path("udvalg/", bodies.bodies, name="bodies"),
    path("udvalg/nyt", bodies.body_new, name="body-new"),
    path("udvalg/<uuid:key>/", bodies.body, name="body"),
    path("udvalg/<uuid:key>/ret", bodies.body_edit, name="body-edit"),
    path("udvalg/<uuid:key>/ny-rolle", memberships.membership_new, name="membership-new"),
    path("roller/<uuid:key>/afslut", memberships.membership_end, name="membership-end"),
    path("udvalg/<uuid:key>/frister", deadlines.deadlines, name="deadlines"),
    path("udvalg/<uuid:key>/faste-punkter/", standing.standing, name="standing"),
    *[
        route
        for kind in standing.KINDS
        for route in (
            path(
                f"udvalg/<uuid:key>/faste-punkter/{kind}/nyt",
                standing.standing_new,
                {"kind": kind},
                name=f"standing-{kind}-new",
            ),
            path(
                f"udvalg/<uuid:key>/faste-punkter/{kind}/<uuid:row>",
                standing.standing_edit,
                {"kind": kind},
                name=f"standing-{kind}",
            ),
        )
    ],
    path("udvalg/<uuid:key>/moedeplan/<int:year>", plans.plan_new, name="plan-new"),
    path("moedeplan/", plans.plans, name="plans"),
    path("moedeplan/<uuid:key>/", plans.plan, name="plan"),
    path("moedeplan/<uuid:key>/regel", plans.plan_rule, name="plan-rule"),
    path("moedeplan/<uuid:key>/regel/<slug:rule>/fjern", plans.plan_rule_off, name="plan-rule-off"),
    path("moedeplan/<uuid:key>/datoer", plans.plan_dates, name="plan-dates"),
    path("moedeplan/<uuid:key>/dato", plans.plan_date, name="plan-date"),
    path("moedeplan/<uuid:key>/udgiv", plans.plan_publish, name="plan-publish"),
    path("moeder/", meetings.meetings, name="meetings"),
    path("moeder/<uuid:key>/", meetings.meeting, name="meeting"),
    path("moeder/<uuid:key>/flyt", meetings.meeting_edit, name="meeting-edit"),
    path("moeder/<uuid:key>/aflys", meetings.meeting_cancel, name="meeting-cancel"),
    path("moeder/<uuid:key>/fjern", plans.meeting_remove, name="meeting-remove"),
    path("moeder/<uuid:key>/frister/<slug:kind>", meetings.meeting_reason, name="meeting-reason"),
    path("aarshjul/", wheels.wheels, name="wheels"),
    path("aarshjul/<uuid:key>/", wheel.wheel, name="wheel"),
    path("aarshjul/<uuid:key>/emne", wheel.topic_new, name="topic-new"),
    path("emner/<uuid:key>/ret", wheel.topic_edit, name="topic-edit"),
    path("emner/<uuid:key>/af", wheel.topic_off, name="topic-off"),
    path("emner/<uuid:key>/paa", wheel.topic_on, name="topic-on"),
    path("kalender/", calendar.my_calendar, name="calendar"),
    path("kalender/ny-adresse", calendar.renew, name="calendar-renew"),
    path("kalender/<str:secret>.ics", calendar.calendar_file, name="calendar-file"),
]
