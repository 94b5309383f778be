"""The log's addresses."""

from django.urls import path

from raadslag.desk.log.log import export, log

urlpatterns = [
    path("administration/log/", log, name="log"),
    path("administration/log/hent", export, name="log-export"),
]
