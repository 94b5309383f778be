"""The one address of the desk's mail that asks for no log-in."""

from django.urls import path

from raadslag.desk.mail.unsubscribe import unsubscribe

app_name = "mail"

urlpatterns = [path("afmeld/<str:token>/", unsubscribe, name="unsubscribe")]
