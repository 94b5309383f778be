"""What is done to a person's entry, each with who and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from raadslag.models.event import Event
from raadslag.models.refusal import Refused

if TYPE_CHECKING:
    from raadslag.models.person import Person


class PersonChanges:
    """The changes of a person."""

    def change(self: Person, *, by: Person, at: datetime, **values: Any) -> None:
        """Sets the values; the log names the fields. Nothing is told where nothing changes.
        Raises Refused where nobody would be administrator any more."""
        with transaction.atomic():
            row = self._locked()
            changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
            if "is_administrator" in changed:
                self._set_administrator(values["is_administrator"], by=by, at=at)
                changed.remove("is_administrator")
            for name in changed:
                setattr(self, name, values[name])
            if changed:
                self.save(update_fields=changed)
                Event.objects.record("person_changed", by=by, at=at, about=self, fields=changed)

    def deactivate(self: Person, *, by: Person, at: datetime) -> None:
        """Ends all sessions at once; the person can no longer log in. What was written stays; pens and
        steps that are not done are put down for others to take."""
        with transaction.atomic():
            if not self._locked().is_active:
                return
            self._refuse_last_administrator()
            self.is_active = False
            self.save(update_fields=["is_active"])
            self.end_sessions()
            # what they held is anybody's there who may take it
            self.pens.update(pen=None, pen_taken_at=None)
            self.steps.filter(done_at=None).update(owner=None)
            Event.objects.record("person_deactivated", by=by, at=at, about=self)

    def reactivate(self: Person, *, by: Person, at: datetime) -> None:
        """The person can log in again."""
        with transaction.atomic():
            if self._locked().is_active:
                return
            self.is_active = True
            self.save(update_fields=["is_active"])
            Event.objects.record("person_reactivated", by=by, at=at, about=self)

    def choose_password(self: Person, password: str, *, at: datetime) -> None:
        """The person's own new password, chosen by a one-time link."""
        with transaction.atomic():
            self.set_password(password)
            self.save(update_fields=["password"])
            Event.objects.record("password_chosen", by=self, at=at, about=self)

    def forget_second_factor(self: Person, *, by: Person, at: datetime) -> Event:
        """For a lost telephone: the next log-in asks for a new one."""
        with transaction.atomic():
            self.authenticator_set.all().delete()
            self.end_sessions()
            return Event.objects.record("second_factor_forgotten", by=by, at=at, about=self)

    def forget_identity(self: Person, *, by: Person, at: datetime) -> None:
        """The person is found anew by e-mail at the next log-in through the identity provider."""
        with transaction.atomic():
            self.socialaccount_set.all().delete()
            self.end_sessions()
            Event.objects.record("identity_forgotten", by=by, at=at, about=self)

    def end_sessions(self: Person) -> None:
        """Logs the person out everywhere."""
        self.session_seed = get_random_string(32)
        self.save(update_fields=["session_seed"])

    def _set_administrator(self: Person, wanted: bool, *, by: Person, at: datetime) -> None:
        """By hand: the identity provider's claims no longer decide it."""
        if not wanted:
            self._refuse_last_administrator()
        self.is_administrator, self.administrator_from_claim = wanted, False
        self.save(update_fields=["is_administrator", "administrator_from_claim"])
        verb = "administrator_begun" if wanted else "administrator_ended"
        Event.objects.record(verb, by=by, at=at, about=self)

    def _locked(self: Person) -> Person:
        """The row as it is now, held until the transaction ends."""
        return type(self).objects.select_for_update().get(pk=self.pk)

    @property
    def is_last_administrator(self: Person) -> bool:
        """Whether nobody would be administrator without the person. The others are held until the transaction
        ends."""
        others = type(self).objects.active().select_for_update().filter(is_administrator=True)
        return self.is_administrator and not others.exclude(pk=self.pk).exists()

    def _refuse_last_administrator(self: Person) -> None:
        if self.is_last_administrator:
            raise Refused(_("Der skal være mindst én administrator. Gør en anden til administrator først."))
