"""`raadslag person`: the desk's people from the machine, which is how the first administrator is made."""

from __future__ import annotations

import click
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from raadslag.cli import stores
from raadslag.cli.refusal import Refusal
from raadslag.desk.accounts.password_link import path_of_link
from raadslag.models import Event, Person

SITE = click.option(
    "--site",
    envvar="RAADSLAG_SITE",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Sitets adresse, som linket begynder med.",
)


@click.group()
def command() -> None:
    """Opretter personer på skrivebordet og laver links, som de vælger adgangskode med."""
    stores.require()


@command.command()
@click.argument("email")
@click.option("--name", required=True, help="Personens navn.")
@click.option("--admin", is_flag=True, help="Personen bliver administrator.")
@SITE
def add(email: str, name: str, admin: bool, site: str) -> None:
    """Opretter en person, og viser et link til at vælge adgangskode med."""
    email = Person.objects.normalize_email(email)
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refusal(f"{email} er ikke en e-postadresse.") from error
    if Person.objects.filter(email=email).exists():
        raise Refusal(f"Der er allerede en person med adressen {email}. Prøv: raadslag person link {email}")
    person = Person.objects.add(email=email, name=name, is_administrator=admin, by=None, at=timezone.now())
    say_link(person, site)


@command.command()
@click.argument("email")
@SITE
def link(email: str, site: str) -> None:
    """Viser et nyt link, som personen kan vælge adgangskode med."""
    person = Person.objects.active().filter(email=Person.objects.normalize_email(email)).first()
    if person is None:
        raise Refusal(f"Der er ingen åben person med adressen {email}.")
    say_link(person, site)


def say_link(person: Person, site: str) -> None:
    """Prints the link, once."""
    Event.objects.record("password_link_drawn", by=None, at=timezone.now(), about=person)
    click.echo(
        f"{person.name} vælger sin adgangskode her (én gang, inden {settings.PASSWORD_LINK_HOURS} timer):"
    )
    click.echo(f"{site.rstrip('/')}{path_of_link(person)}")
