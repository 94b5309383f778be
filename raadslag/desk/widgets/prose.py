"""Rich text in a form: an editor in the browser, and without JavaScript a plain textarea.

A page with the editor includes `desk/widgets/prose_head.html` in its head and
`desk/widgets/prose_dialogs.html` once, outside its forms.
"""

from collections.abc import Mapping
from typing import Any

from django import forms

from raadslag.prose import characters, from_plain, plain, sanitise

# whether what was sent is HTML, from the editor, or plain text, from the textarea
FORM = "-form"


def prose_of(data: Mapping[str, str], name: str, keeping: str) -> str | None:
    """The clean HTML that was sent under the name; None where none was.

    `keeping` is what the text was: plain text that was sent keeps the form of what it did not change.
    """
    sent = data.get(name)
    if sent is None:
        return None
    return sanitise(sent) if data.get(f"{name}{FORM}") == "html" else from_plain(sent, keeping=keeping)


class ProseWidget(forms.Textarea):
    """The editor. Its value is HTML.

    `guidance` is shown where nothing has been written, `limit` is in characters, and `upload` is where
    images are sent, which an editor without it cannot have. `keeping` is the text as it was.
    """

    template_name = "desk/widgets/prose.html"

    def __init__(
        self,
        *,
        label: str = "",
        labelled_by: str = "",
        guidance: str = "",
        limit: int | None = None,
        upload: str = "",
        keeping: str = "",
        attrs: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__({"rows": 8, "class": "form-input", **(attrs or {})})
        self.label, self.labelled_by = label, labelled_by
        self.guidance, self.limit, self.upload = guidance, limit, upload
        self.keeping = keeping

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        html = str(value or "")
        context: dict[str, Any] = super().get_context(name, plain(html), attrs)
        context["prose"] = {
            "html": html,
            "form": f"{name}{FORM}",
            "label": self.label,
            "labelled_by": self.labelled_by,
            "guidance": self.guidance,
            "limit": self.limit,
            "upload": self.upload,
            "characters": characters(html),
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str | None:
        return prose_of(data, name, self.keeping)


class ProseField(forms.CharField):
    """Rich text as clean HTML."""

    widget = ProseWidget

    def __init__(self, *, widget: ProseWidget, **options: Any) -> None:
        super().__init__(widget=widget, strip=False, **options)

    def clean(self, value: Any) -> str:
        return sanitise(super().clean(value))
