"""The site's addresses. The public pages are the root, in Danish; in English they stand under /en/.
The desk has none in the citizens' process."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

desk = (
    []
    if settings.ONLY_PUBLIC
    else [
        path("skrivebord/", include("raadslag.desk.urls")),
        path("post/", include("raadslag.desk.mail.unsubscribe_urls")),
        path("konto/", include("raadslag.desk.accounts.urls")),
    ]
)
urlpatterns = i18n_patterns(*desk, path("", include("raadslag.public.urls")), prefix_default_language=False)

handler400 = "raadslag.public.problems.bad_request"
handler404 = "raadslag.public.problems.not_found"
handler500 = "raadslag.public.problems.server_error"
