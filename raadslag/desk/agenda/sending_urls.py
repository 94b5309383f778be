"""The addresses of checking, printing and sending an agenda, and of its versions."""

from django.urls import path

from raadslag.desk.agenda import check, packs, sending, trial, versions

AGENDA = "moeder/<uuid:key>/dagsorden"
VERSIONS = f"{AGENDA}/udgaver"

urlpatterns = [
    path(f"{AGENDA}/tjek/", check.agenda_check, name="agenda-check"),
    path(f"{AGENDA}/proevetryk.pdf", trial.agenda_trial, name="agenda-trial"),
    path(f"{AGENDA}/send/", sending.agenda_send, name="agenda-send"),
    path(f"{AGENDA}/send/stop/", sending.agenda_send_stop, name="agenda-send-stop"),
    path(f"{VERSIONS}/", versions.agenda_versions, name="agenda-versions"),
    path(f"{VERSIONS}/<int:number>/", versions.agenda_version, name="agenda-version"),
    path(f"{VERSIONS}/<int:number>/<slug:audience>.pdf", packs.agenda_pack, name="agenda-pack"),
    path(
        f"{VERSIONS}/<int:number>/punkt-<int:item>/bilag-<int:attachment>.pdf",
        packs.agenda_file,
        name="agenda-file",
    ),
    path(f"{VERSIONS}/<int:old>-<int:new>/", versions.agenda_compare, name="agenda-compare"),
]
