"""What Django and its packages mail goes through the outbox."""

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail

from raadslag.models import OutboxMail


@pytest.fixture
def through_the_outbox(post, settings):
    settings.EMAIL_BACKEND = "raadslag.mail.backend.OutboxBackend"
    return post


def test_a_link_to_a_new_password_is_sent_and_not_kept(through_the_outbox, server):
    message = EmailMultiAlternatives(
        "Ny adgangskode", "Følg linket: https://x/konto/abc", None, ["karen@lindevad.example"]
    )
    message.attach_alternative("<p>Følg linket: https://x/konto/abc</p>", "text/html")
    message.send()
    mail = OutboxMail.objects.get()
    assert mail.person == through_the_outbox.cast.karen
    assert "abc" in mail.text
    through_the_outbox.at = mail.created_at
    assert through_the_outbox.send() == 1
    assert "abc" in server.messages[0].get_body(("html",)).get_content()
    mail.refresh_from_db()
    assert (mail.state, mail.text, mail.html) == ("sent", "", "")


def test_an_address_that_is_no_persons_gets_its_mail(through_the_outbox, server):
    send_mail("Hej", "Du er ukendt her.", None, ["fremmed@eksempel.example"])
    through_the_outbox.at = OutboxMail.objects.get().created_at
    assert through_the_outbox.send() == 1
    assert server.messages[0]["To"] == "fremmed@eksempel.example"
