"""Form fields that say a value and do not show it: programs that read PDFs draw it, and so must the copy."""

from collections.abc import Iterable

import pikepdf
from pikepdf import Dictionary, Name, Object

from raadslag.conversion.pdf.keys import text

# qpdf writes æ, ø and å in a font of these alone, and only where it says so
LETTERS = ("/Helvetica", "/Times", "/Courier", "/Arial")
DEEPEST_FIELD = 20


def draw_values(pdf: pikepdf.Pdf, widgets: Iterable[Object]) -> None:
    """Draw the values that the widgets do not show, in place."""
    form = pdf.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary):
        return
    if any(Name.AP not in widget and _of_field(widget, Name.V) is not None for widget in widgets):
        form.NeedAppearances = True
    if form.get(Name.NeedAppearances, False):
        for font in _fonts(form):
            if text(font.get(Name.BaseFont)).startswith(LETTERS):
                font.Encoding = Name.WinAnsiEncoding
        pdf.generate_appearance_streams()


def field_type(widget: Object) -> str:
    """What sort of field a widget is of: "/Tx", "/Sig" …"""
    return text(_of_field(widget, Name.FT))


def _of_field(widget: Object, key: Name) -> Object | None:
    """What a widget, or the field that it is part of, has under a key."""
    field: Object | None = widget
    for _ in range(DEEPEST_FIELD):
        if not isinstance(field, Dictionary):
            break
        if key in field:
            return field.get(key)
        field = field.get(Name.Parent)
    return None


def _fonts(form: Object) -> list[Object]:
    resources = form.get(Name.DR)
    fonts = resources.get(Name.Font) if isinstance(resources, Dictionary) else None
    listed = fonts.items() if isinstance(fonts, Dictionary) else ()
    return [font for _, font in listed if isinstance(font, Dictionary)]
