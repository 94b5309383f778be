"""Agendas and what is out of them, in words."""

from django import template

from raadslag.archive.models import Publication
from raadslag.models import Item, paper_lateness
from raadslag.models.agenda.conditions import condition_of
from raadslag.public import words

register = template.Library()


@register.filter
def document_name(publication: Publication) -> str:
    """ "Dagsorden", "Tillægsdagsorden 1", "Referat" """
    return words.document_name(publication)


@register.filter
def condition(item: Item) -> str:
    """On what it depends, as the agenda prints it; "" where it stands anyhow."""
    return condition_of(item)


@register.filter
def late_line(item: Item) -> str:
    """Why its paper came late, as the agenda prints it; "" where it did not."""
    return paper_lateness.late_line(item)
