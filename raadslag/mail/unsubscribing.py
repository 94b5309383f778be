"""The signed link by which a person declines a kind of mail without logging in."""

from django.core import signing

from raadslag.models import Person
from raadslag.rules.mail_kinds import MailKind

SALT = "raadslag.mail.unsubscribe"


def unsubscribe_path(person: Person, kind: MailKind) -> str:
    """Holds who declines what, and can be neither guessed nor changed. It does not run out."""
    return f"/post/afmeld/{signing.dumps([str(person.key), kind.value], salt=SALT)}/"


def unsubscribing(token: str) -> tuple[Person, MailKind] | None:
    """Who declines what by that link; None where it is not one of ours."""
    try:
        key, kind = signing.loads(token, salt=SALT)
        return Person.objects.get(key=key), MailKind(kind)
    except (signing.BadSignature, Person.DoesNotExist):
        return None
