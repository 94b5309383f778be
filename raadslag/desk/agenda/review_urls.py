"""The addresses of reading an agenda before it is sent, and of what is out of it."""

from django.urls import path

from raadslag.desk.agenda import published, reading, redacting, review, waivers, withdrawing

AGENDA = "moeder/<uuid:key>/dagsorden"
OUT = f"{AGENDA}/offentliggjort"

urlpatterns = [
    path(f"{AGENDA}/laesning/", review.agenda_review, name="agenda-review"),
    path("laesning/<uuid:key>/", reading.agenda_reading, name="agenda-reading"),
    path("laesning/<uuid:key>/afslut", review.agenda_review_close, name="agenda-review-close"),
    path("laesning/bemaerkning/<uuid:key>", review.agenda_comment, name="agenda-comment"),
    path(f"{AGENDA}/kontrol/", waivers.agenda_waivers, name="agenda-waivers"),
    path(f"{AGENDA}/kontrol/spoerg", waivers.agenda_waivers_ask, name="agenda-waivers-ask"),
    path(f"{OUT}/", published.agenda_published, name="agenda-published"),
    path(f"{OUT}/<slug:document>/traek-tilbage", withdrawing.agenda_withdraw, name="agenda-withdraw"),
    path(
        f"{OUT}/<slug:document>/<int:version>/<slug:item>/<slug:file>/traek-tilbage",
        withdrawing.agenda_withdraw_attachment,
        name="agenda-withdraw-attachment",
    ),
    path("bilag/<uuid:key>/overstreg/", redacting.redact, name="attachment-redact"),
    path("filer/<uuid:key>/sider/<int:number>.png", redacting.page_picture, name="file-page"),
    path("filer/<uuid:key>/proeve/<int:number>.png", redacting.trial_picture, name="trial-page"),
]
