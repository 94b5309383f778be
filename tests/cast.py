"""The people of Lindevad who use the desk, and what each of them is there."""

from __future__ import annotations

from base64 import b32encode
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha1
from zoneinfo import ZoneInfo

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from raadslag.models import Body, BodyKind, Membership, Municipality, Person, Term
from raadslag.rules.roles import Role

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
TODAY = date(2026, 3, 2)  # a Monday
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=COPENHAGEN)
PASSWORD = "et-langt-kodeord-til-prøver"


def totp_seed(email: str) -> str:
    """What the person's app makes codes from."""
    return b32encode(sha1(email.encode()).digest()).decode()


@cache
def password_hash() -> str:
    """PASSWORD as it is kept; to hash it is slow on purpose, so once is enough."""
    return make_password(PASSWORD)


@dataclass(frozen=True)
class Cast:
    """The bodies and the people, by the names that tests call them."""

    council: Body
    magistrate: Body
    committee: Body  # Havne- og Klimaudvalget, which Anna serves and Bo sits in
    other_committee: Body  # Børne- og Kulturudvalget, Dan's
    department: Body  # where Karen writes and Leif approves
    mayors_department: Body  # which endorses
    term: Term
    anna: Person  # secretary of the committee, the magistrate and the council
    karen: Person  # case officer in the department
    jens: Person  # case officer there too, Karen's colleague
    leif: Person  # approver in the department
    tove: Person  # his deputy
    mette: Person  # approver in the mayor's department, who endorses
    bo: Person  # member of the committee
    stine: Person  # substitute for him, in March
    olga: Person  # observer in the committee
    dan: Person  # member of the other committee
    ada: Person  # administrator

    @property
    def people(self) -> dict[str, Person]:
        """Everybody, by name in small letters."""
        return {name: each for name, each in vars(self).items() if isinstance(each, Person)}


def make_cast() -> Cast:
    """Lindevad's desk as it is on TODAY, in the desk store."""
    Municipality.objects.create(name="Lindevad Kommune", closed_days=["12-24", "12-31"])
    council = Body.objects.create(name="Byrådet", kind=BodyKind.COUNCIL, order=1)
    magistrate = Body.objects.create(name="Magistraten", kind=BodyKind.MAGISTRATE, order=2)
    committee = Body.objects.create(name="Havne- og Klimaudvalget", kind=BodyKind.COMMITTEE, order=3)
    other = Body.objects.create(name="Børne- og Kulturudvalget", kind=BodyKind.COMMITTEE, order=4)
    department = Body.objects.create(name="Klima og Miljø", kind=BodyKind.DEPARTMENT, order=5)
    mayors = Body.objects.create(name="Borgmesterens Afdeling", kind=BodyKind.DEPARTMENT, order=6)
    term = Term.objects.create(starts_on=date(2026, 1, 1), ends_on=date(2029, 12, 31))

    def person(name: str, **values: object) -> Person:
        first = name.split()[0].lower()
        email = f"{first}@lindevad.example"
        made = Person.objects.create(email=email, name=name, password=password_hash(), **values)
        Authenticator.objects.create(user=made, type="totp", data={"secret": totp_seed(email)})
        return made

    def holds(who: Person, role: Role, *bodies: Body, **values: object) -> Person:
        for body in bodies:
            values = {"starts_on": term.starts_on, **values}
            Membership.objects.create(person=who, body=body, role=role, term=term, **values)
        return who

    anna = holds(person("Anna Lund", title="sekretær"), Role.SECRETARY, committee, magistrate, council)
    karen = person("Karen Friis", title="miljøplanlægger", phone="89 40 12 34", department=department)
    jens = person("Jens Holt", title="ingeniør", phone="89 40 12 35", department=department)
    leif = person("Leif Dam", title="afdelingschef", department=department)
    tove = person("Tove Ry", title="souschef", department=department)
    mette = person("Mette Skov", title="kontorchef", department=mayors)
    bo = holds(person("Bo Vang"), Role.MEMBER, committee, party="L")
    stine = person("Stine Bro")
    holds(karen, Role.CASE_OFFICER, department)
    holds(jens, Role.CASE_OFFICER, department)
    holds(leif, Role.APPROVER, department)
    holds(tove, Role.APPROVER, department, stands_in_for=leif)
    holds(mette, Role.APPROVER, mayors)
    holds(
        stine, Role.SUBSTITUTE, committee, party="L", stands_in_for=bo,
        starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31),
    )  # fmt: skip
    olga = holds(person("Olga Krog"), Role.OBSERVER, committee)
    dan = holds(person("Dan Toft"), Role.MEMBER, other, party="G")
    ada = person("Ada Bech", title="it-konsulent", is_administrator=True)
    return Cast(
        council, magistrate, committee, other, department, mayors, term,
        anna, karen, jens, leif, tove, mette, bo, stine, olga, dan, ada,
    )  # fmt: skip
