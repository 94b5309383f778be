"""A template as an administrator changes it: name, body and all sections at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from raadslag.models.event import Event
from raadslag.models.refusal import Refused

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.paper_template import PaperTemplate
    from raadslag.models.person import Person

# beyond every place, so that no two sections share one while they change places
ASIDE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTemplateSection:
    """A section as it shall be; `key` is that of one that is there already."""

    heading: str
    kind: str = "prose"
    guidance: str = ""
    is_required: bool = True
    limit: int | None = None
    key: UUID | None = None


class TemplateChanges(models.Model):
    """The part of a template that is changed."""

    class Meta:
        abstract = True

    def change(
        self: PaperTemplate,
        *,
        name: str,
        sections: Sequence[TypedTemplateSection],
        by: Person | None,
        at: datetime,
        body: Body | None = None,
        is_active: bool = True,
    ) -> None:
        """Saves the template with these sections in this order. Papers begun from it stay as they are.

        Raises Refused for a name that another template has.
        """
        taken = type(self)._default_manager.filter(name__iexact=name.strip()).exclude(pk=self.pk)
        if taken.exists():
            raise Refused(_("En anden skabelon hedder »%(name)s«. Vælg et andet navn.") % {"name": name})
        with transaction.atomic():
            is_new = self._state.adding
            self.name, self.body, self.is_active = name.strip(), body, is_active
            self.save()
            self._set_sections(sections)
            verb = "template_made" if is_new else "template_changed"
            Event.objects.record(verb, by=by, at=at, about=self, sections=len(sections))

    def _set_sections(self: PaperTemplate, typed: Sequence[TypedTemplateSection]) -> None:
        kept = {section.key: section for section in self.sections.all()}
        wanted = {each.key for each in typed if each.key in kept}
        self.sections.exclude(key__in=wanted).delete()
        self.sections.update(order=models.F("order") + ASIDE)
        for order, each in enumerate(typed, start=1):
            section = kept[each.key] if each.key in wanted else self.sections.model(template=self)
            section.order = order
            for column in ("heading", "kind", "guidance", "is_required", "limit"):
                setattr(section, column, getattr(each, column))
            section.save()
