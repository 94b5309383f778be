"""A person with a way in: secretaries, case officers, approvers, members, administrators."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _

from raadslag.models.body import Body
from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.person_changes import PersonChanges
from raadslag.rules.roles import Role


class PersonManager(BaseUserManager["Person"]):
    """Makes people."""

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """As it is kept and looked for: in small letters."""
        return super().normalize_email(email).lower()

    def create_user(self, email: str, password: str | None = None, **values: Any) -> Person:
        """A person who logs in with the e-mail address; without a password only by the municipality's
        own identity provider."""
        person = self.model(email=self.normalize_email(email), **values)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def add(self, *, email: str, name: str, by: Person | None, at: datetime, **values: Any) -> Person:
        """A new person, who has no password yet. Raises IntegrityError where the address is taken."""
        with transaction.atomic():
            person = self.create_user(email, name=name, **values)
            Event.objects.record("person_added", by=by, at=at, about=person)
            if person.is_administrator:
                Event.objects.record("administrator_begun", by=by, at=at, about=person)
        return person

    def active(self) -> models.QuerySet[Person]:
        """Those who may log in."""
        return self.filter(is_active=True)


def session_seed() -> str:
    """Drawn anew, it ends all the person's sessions."""
    return get_random_string(32)


class Person(PersonChanges, AbstractBaseUser):
    """Somebody who logs in. What they may do and see follows from their memberships alone, and from
    `is_administrator`: administrators see to people, bodies, templates and the log."""

    key = key_column()
    email = models.EmailField(_("e-post"), unique=True)
    name = models.CharField(_("navn"), max_length=200)
    title = models.CharField(_("stilling"), max_length=200, blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    department = models.ForeignKey(
        "desk.Body",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="employees",
        verbose_name=_("afdeling"),
    )
    language = models.CharField(
        _("sprog"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_administrator = models.BooleanField(_("administrator"), default=False)
    administrator_from_claim = models.BooleanField(default=False)
    is_active = models.BooleanField(_("kan logge ind"), default=True)
    session_seed = models.CharField(max_length=32, default=session_seed, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = PersonManager()

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_in_small_letters"),
        )

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must carry: it changes with the password, and with the seed."""
        kept = f"{self.password}:{self.session_seed}"
        return salted_hmac("raadslag.models.person", kept, secret=secret, algorithm="sha256").hexdigest()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split()[0] if self.name else self.email

    def roles_in(self, bodies: Iterable[Body], on: date) -> set[Role]:
        """The roles that the person holds that day in any of the bodies; an administrator's besides."""
        held = self.memberships.held(on).filter(body__in=bodies)
        roles = {Role(role) for role in held.values_list("role", flat=True)}
        return roles | {Role.ADMINISTRATOR} if self.is_administrator else roles

    def bodies_as(self, roles: Iterable[Role], on: date) -> models.QuerySet[Body]:
        """The bodies in which the person holds one of the roles that day."""
        held = self.memberships.held(on).filter(role__in=list(roles))
        return Body.objects.filter(pk__in=held.values("body"))
