"""The pages for what cannot be shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(
        request,
        400,
        _("Adressen kan ikke læses"),
        _("Der er noget galt med den adresse, din browser sendte. Prøv at søge i stedet."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(
        request,
        404,
        _("Siden findes ikke"),
        _("Adressen kan være skrevet forkert, eller siden er ikke offentliggjort. Prøv at søge efter den."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return problem(
        request,
        500,
        _("Noget gik galt hos os"),
        _("Fejlen er skrevet ned. Prøv igen om lidt."),
    )


def problem(request: HttpRequest, status: int, heading: str, explanation: str) -> HttpResponse:
    context = {"heading": heading, "explanation": explanation}
    return render(request, "public/problem.html", context, status=status)
