"""The forms of log-in in our words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils.translation import gettext_lazy as _


class LogInForm(LoginForm):
    """E-mail and password. The way to a forgotten one stands on the page."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["login"].label = _("E-post")
        self.fields["password"].label = _("Adgangskode")
        self.fields["password"].help_text = ""


class AppForm(ActivateTOTPForm):
    """The first code of an app."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["code"].label = _("Kode")
