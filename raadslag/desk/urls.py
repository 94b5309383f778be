"""The desk's addresses, all behind log-in. Each part of the desk has a list of its own."""

from django.urls import include, path

from raadslag.desk.start import start

app_name = "desk"

urlpatterns = [
    path("", start, name="start"),
    path("", include("raadslag.desk.papers.urls")),
    path("", include("raadslag.desk.attachments.urls")),
    path("", include("raadslag.desk.flow.urls")),
    path("", include("raadslag.desk.year.urls")),
    path("", include("raadslag.desk.agenda.urls")),
    path("", include("raadslag.desk.agenda.review_urls")),
    path("", include("raadslag.desk.agenda.sending_urls")),
    path("", include("raadslag.desk.people.urls")),
    path("", include("raadslag.desk.log.urls")),
    path("", include("raadslag.desk.mail.urls")),
]
