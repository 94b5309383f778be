"""A topic of the annual wheel."""

from typing import Any, ClassVar

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy

from raadslag.models import Person, Topic


class TopicForm(forms.ModelForm):
    month = forms.TypedChoiceField(
        label=gettext_lazy("Måned"),
        coerce=int,
        choices=[*MONTHS.items()],
    )

    class Meta:
        model = Topic
        fields = ("title", "month", "responsible", "note")
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {
            "note": gettext_lazy(
                "For jer, der forbereder emnet. Bemærkningen bliver ikke trykt på dagsordenen."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = Person.objects.active()
