"""Addresses of the outbox and of a person's choice of mails."""

from django.urls import path

from raadslag.desk.mail.outbox import outbox, send_again
from raadslag.desk.mail.wishes import wishes

urlpatterns = [
    path("post/", outbox, name="outbox"),
    path("post/<uuid:key>/igen/", send_again, name="outbox-again"),
    path("profil/mail/", wishes, name="profile-mail"),
]
