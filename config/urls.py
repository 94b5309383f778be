"""The site's addresses. The public pages are the root, in Danish; in English they stand under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(path("", include("raadslag.public.urls")), prefix_default_language=False)

handler400 = "raadslag.public.problems.bad_request"
handler404 = "raadslag.public.problems.not_found"
handler500 = "raadslag.public.problems.server_error"
