"""`python -m demo.desk.sent` sends and publishes the agendas that papers are placed on, unless that has been
done. Their attachments must have been converted."""

from importlib import import_module

from django.utils import timezone


def main() -> None:
    import_module("config.start")
    models, composing, sending, versions, jobs = (
        import_module(f"raadslag.{name}")
        for name in (
            "models",
            "publishing.agenda.composing",
            "publishing.agenda.sending",
            "publishing.agenda.versions",
            "jobs.agenda",
        )
    )
    if models.AgendaVersion.objects.exists():
        return
    at = timezone.now()
    anna = models.Person.objects.get(email="anna@lindevad.example")
    for meeting in models.Meeting.objects.coming(timezone.localdate(at)).filter(
        items__paper__state="on_agenda"
    ):
        composed = composing.compose(meeting, at=at)
        version = sending.ask(
            meeting, composed, seen=versions.fingerprint(composed), note="", publishes=True, by=anna, at=at
        )
        jobs.carry_out(str(version.key))


if __name__ == "__main__":
    main()
