"""The site's addresses. The public pages are the root."""

from django.urls import include, path

urlpatterns = [path("", include("raadslag.public.urls"))]
