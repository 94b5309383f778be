"""`raadslag withdraw`: take something that was published off the site."""

import getpass
from urllib.parse import urlsplit

import click
from django.utils import timezone

from raadslag.archive.models import Publication, PublishedFile
from raadslag.cli import stores
from raadslag.cli.refusal import Refusal
from raadslag.publishing import CannotWithdraw, Withdrawn, withdraw, withdraw_attachment

UNKNOWN = "Der er intet udgivet på {address}. Brug adressen fra browseren, til et dokument eller et bilag."


@click.command()
@click.argument("address", metavar="ADRESSE")
@click.option("--why", metavar="TEKST", required=True, help="Grunden. Den kan læses af alle.")
@click.option(
    "--by", default=getpass.getuser, metavar="NAVN", help="Hvem der trækker tilbage; ellers dit brugernavn."
)
def command(address: str, why: str, by: str) -> None:
    """Trækker et dokument eller et bilag tilbage, så det forsvinder fra siderne, søgningen og filerne.

    ADRESSE er som i browseren: /moeder/byraadet/2025-08-27/referat/ eller …/referat/punkt-2/bilag-1
    """
    stores.require()
    try:
        withdrawn = taken_off(address, why=why, by=by)
    except CannotWithdraw as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(
            f"Det vises ikke mere, men alt er ikke slettet ({error}). Kør: raadslag index"
        ) from error
    click.echo(f"{withdrawn.withdrawal.address} er trukket tilbage. Grunden står i stedet.")
    for other in withdrawn.still_at:
        click.echo(f"Den samme fil kan stadig hentes her: {other}")


def taken_off(address: str, *, why: str, by: str) -> Withdrawn:
    """The withdrawal of what has that address. Raises CannotWithdraw and Refusal."""
    document, *rest = parts_of(address)
    current = Publication.objects.versions(*document).newest().first() if len(document) == 3 else None
    if current is None:
        raise Refusal(UNKNOWN.format(address=address))
    if not rest:
        return withdraw(current, by=by, at=timezone.now(), why=why)
    files = PublishedFile.objects.filter(publication=current).select_related("item", "publication__body")
    file = files.filter(item__slug=rest[0][0], slug=rest[0][1]).first()
    if file is None:
        raise Refusal(UNKNOWN.format(address=address))
    return withdraw_attachment(file, by=by, at=timezone.now(), why=why)


def parts_of(address: str) -> list[tuple[str, ...]]:
    """The body, the occasion and the document; and after them the item and the attachment, if it is one's."""
    path = urlsplit(address).path.removeprefix("/en/").strip("/").split("/")
    if path[0] != "moeder" or len(path) not in (4, 6):
        return [()]
    last = path[-1].rsplit(".", 1)[0]
    return [tuple(path[1:4])] if len(path) == 4 else [tuple(path[1:4]), (path[4], last)]
