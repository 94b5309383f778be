"""A person's choice of mails, and of the language they are in."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now, person_of
from raadslag.models import Unsubscription
from raadslag.rules.mail_kinds import MailKind

CHOICES = {
    MailKind.REMINDER: gettext_lazy("En påmindelse om morgenen, hvis noget venter på mig"),
    MailKind.RETURNED: gettext_lazy("Når en af mine indstillinger bliver sendt tilbage"),
    MailKind.DECISION: gettext_lazy("Når der er truffet en beslutning i en af mine sager"),
    MailKind.NEWS: gettext_lazy("Andet nyt om mine sager"),
}
ALWAYS = (
    gettext_lazy("Indkaldelser til møder, og når de flyttes eller aflyses"),
    gettext_lazy("Dagsordener, når de er sendt"),
    gettext_lazy("Indstillinger, som venter på min godkendelse"),
    gettext_lazy("Høringer, som jeg skal svare på"),
    gettext_lazy("Links til ny adgangskode"),
)


class WishesForm(forms.Form):
    """What is ticked is mailed."""

    kinds = forms.MultipleChoiceField(choices=CHOICES, required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES)


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    form = WishesForm(request.POST or None)
    if form.is_valid():
        Unsubscription.objects.choose(person, map(MailKind, form.cleaned_data["kinds"]), at=now())
        person.change(language=form.cleaned_data["language"], by=person, at=now())
        messages.success(request, _("Dine valg er gemt."))
        return redirect("desk:profile-mail")
    wanted = Unsubscription.objects.wanted(person)
    context = {
        "crumbs": [(_("Din profil"), reverse("desk:profile")), (_("Mails til mig"), None)],
        "kinds": [(kind, sentence, kind in wanted) for kind, sentence in CHOICES.items()],
        "always": ALWAYS,
        "languages": settings.LANGUAGES,
        "person": person,
    }
    return render(request, "desk/mail/wishes.html", context, status=400 if request.method == "POST" else 200)
