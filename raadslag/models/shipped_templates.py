"""The templates that come with the program, for an administrator to use, change or put away."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction

from raadslag.models.paper_template import PaperTemplate
from raadslag.models.template_changes import TypedTemplateSection

if TYPE_CHECKING:
    from raadslag.models.person import Person

FOLDER = Path(__file__).parent / "shipped"


def begin_with_shipped_templates(*, at: datetime) -> None:
    """A desk without any template gets them; one that has some is left as its administrators want it."""
    with transaction.atomic():
        if not PaperTemplate.objects.exists():
            add_shipped_templates(at=at)


def add_shipped_templates(*, at: datetime, by: Person | None = None) -> list[PaperTemplate]:
    """Adds those whose name no template has. What an administrator has changed or put away is left alone."""
    made = []
    for name, sections in shipped_templates():
        if not PaperTemplate.objects.filter(name__iexact=name).exists():
            template = PaperTemplate()
            template.change(name=name, sections=sections, by=by, at=at)
            made.append(template)
    return made


def shipped_templates() -> Iterator[tuple[str, tuple[TypedTemplateSection, ...]]]:
    """Each template's name and sections."""
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        yield data["name"], tuple(map(_section, data["sections"]))


def _section(data: dict[str, Any]) -> TypedTemplateSection:
    return TypedTemplateSection(
        heading=data["heading"],
        kind=data.get("kind", "prose"),
        guidance=data.get("guidance", ""),
        is_required=data.get("required", True),
        limit=data.get("limit"),
    )
