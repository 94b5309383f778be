"""The templates that a new paper can be written in: those for every body's papers, then body by body."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from raadslag.models import Body, PaperTemplate

# a group's name, and the key and the name of each of its templates
Group = tuple[str, list[tuple[str, str]]]


def template_groups(templates: Iterable[PaperTemplate], receiver: Body | None) -> list[Group]:
    """All of them where nobody knows yet whom the paper is to; else those that fit, the body's own first."""
    by_body: dict[Body | None, list[tuple[str, str]]] = {}
    for template in templates:
        if receiver is None or template.fits(receiver):
            by_body.setdefault(template.body, []).append((str(template.key), template.name))
    bodies = sorted(filter(None, by_body), key=lambda body: (body.order, body.name))
    general = [(_("Til alle udvalg"), by_body[None])] if None in by_body else []
    own = [(_("Til %(body)s") % {"body": body}, by_body[body]) for body in bodies]
    return own + general if receiver else general + own
