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
    council, magistrate, committee, other, department, mayors = Body.objects.bulk_create(
        Body(name=name, kind=kind, order=order)
        for order, (name, kind) in enumerate(
            [
                ("Byrådet", BodyKind.COUNCIL),
                ("Magistraten", BodyKind.MAGISTRATE),
                ("Havne- og Klimaudvalget", BodyKind.COMMITTEE),
                ("Børne- og Kulturudvalget", BodyKind.COMMITTEE),
                ("Klima og Miljø", BodyKind.DEPARTMENT),
                ("Borgmesterens Afdeling", BodyKind.DEPARTMENT),
            ],
            1,
        )
    )
    term = Term.objects.create(starts_on=date(2026, 1, 1), ends_on=date(2029, 12, 31))

    people: list[Person] = []
    memberships: list[Membership] = []

    def person(name: str, **values: object) -> Person:
        email = f"{name.split()[0].lower()}@lindevad.example"
        people.append(Person(email=email, name=name, password=password_hash(), **values))
        return people[-1]

    def holds(who: Person, role: Role, *bodies: Body, **values: object) -> None:
        values = {"starts_on": term.starts_on, **values}
        memberships.extend(
            Membership(person=who, body=body, role=role, term=term, **values) for body in bodies
        )

    anna = person("Anna Lund", title="sekretær")
    karen = person("Karen Friis", title="miljøplanlægger", phone="89 40 12 34", department=department)
    jens = person("Jens Holt", title="ingeniør", phone="89 40 12 35", department=department)
    leif = person("Leif Dam", title="afdelingschef", department=department)
    tove = person("Tove Ry", title="souschef", department=department)
    mette = person("Mette Skov", title="kontorchef", department=mayors)
    bo = person("Bo Vang")
    stine = person("Stine Bro")
    olga = person("Olga Krog")
    dan = person("Dan Toft")
    ada = person("Ada Bech", title="it-konsulent", is_administrator=True)
    Person.objects.bulk_create(people)
    Authenticator.objects.bulk_create(
        Authenticator(user=each, type="totp", data={"secret": totp_seed(each.email)}) for each in people
    )
    holds(anna, Role.SECRETARY, committee, magistrate, council)
    holds(bo, Role.MEMBER, committee, party="L")
    holds(karen, Role.CASE_OFFICER, department)
    holds(jens, Role.CASE_OFFICER, department)
    holds(leif, Role.APPROVER, department)
    holds(tove, Role.APPROVER, department, stands_in_for=leif)
    holds(mette, Role.APPROVER, mayors)
    holds(
        stine, Role.SUBSTITUTE, committee, party="L", stands_in_for=bo,
        starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31),
    )  # fmt: skip
    holds(olga, Role.OBSERVER, committee)
    holds(dan, Role.MEMBER, other, party="G")
    Membership.objects.bulk_create(memberships)
    return Cast(
        council, magistrate, committee, other, department, mayors, term,
        anna, karen, jens, leif, tove, mette, bo, stine, olga, dan, ada,
    )  # fmt: skip
