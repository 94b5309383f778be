"""The addresses of reading an agenda, and of what is out of it."""

from django.urls import path

from raadslag.desk.agenda import reading, review

AGENDA = "moeder/<uuid:key>/dagsorden"

urlpatterns = [
    path(f"{AGENDA}/laesning/", review.agenda_review, name="agenda-review"),
    path("laesning/<uuid:key>/", reading.agenda_reading, name="agenda-reading"),
    path("laesning/<uuid:key>/afslut", review.agenda_review_close, name="agenda-review-close"),
    path("laesning/bemaerkning/<uuid:key>", review.agenda_comment, name="agenda-comment"),
]
