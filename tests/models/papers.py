"""Papers with sections, for the tests of writing in them."""

from raadslag.models import Paper, PaperTemplate
from raadslag.models.template_changes import TypedTemplateSection

SECTIONS = (
    TypedTemplateSection(heading="Resumé", guidance="Beskriv sagen kort.", limit=300),
    TypedTemplateSection(heading="Beslutningspunkter", kind="clauses"),
    TypedTemplateSection(heading="Opfølgning", is_required=False),
)


def begun_paper(lindevad, **values):
    """Karen's draft in a template of three sections; she has the pen."""
    cast = lindevad.cast
    template = PaperTemplate.objects.filter(name="Tre afsnit").first()
    if template is None:
        template = PaperTemplate(name="Tre afsnit")
        template.change(name="Tre afsnit", sections=SECTIONS, by=cast.ada, at=lindevad.now)
    return Paper.begin(
        template,
        **{
            "sender": cast.department,
            "receiver": cast.committee,
            "by": cast.karen,
            "at": lindevad.now,
            "title": "Højvandsmur",
            **values,
        },
    )
