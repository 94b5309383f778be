"""Form fields of the desk's own."""

from raadslag.desk.widgets.prose import ProseField, ProseWidget, prose_of

__all__ = ["ProseField", "ProseWidget", "prose_of"]
