"""The mail server's address, and the ways to talk to it."""

import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from raadslag.mail.server import Security, Server, server_at
from tests.mail.smtp import MailServer, tls


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", Server("mail.example", 25)),
        ("smtp://127.0.0.1:2525", Server("127.0.0.1", 2525)),
        (
            "starttls://anna%40b:k%40de%2Ford@mail.example",
            Server("mail.example", 587, Security.STARTTLS, "anna@b", "k@de/ord"),
        ),
        ("smtps://anna:k@mail.example/", Server("mail.example", 465, Security.TLS, "anna", "k")),
    ],
)
def test_an_address_says_how_to_reach_the_server(url, server):
    assert server_at(url) == server


@pytest.mark.parametrize(
    "url", ["mail.example", "http://a:hemmeligt@b", "smtp://", "smtp://a:hemmeligt@b:port", "smtp://b/sti"]
)
def test_what_is_no_address_of_a_mail_server_is_refused_without_the_password(url):
    with pytest.raises(ValueError, match="not the address") as refused:
        server_at(url)
    assert "hemmeligt" not in str(refused.value)


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    """A certificate for this machine that this process trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    day = datetime.datetime(2020, 1, 1)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), day)
        .not_valid_after(day.replace(year=2100))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = tmp_path / "certificate.pem", tmp_path / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(paths[0]))
    return str(paths[0]), str(paths[1])


@pytest.fixture
def starttls_server(certificate):
    """A server that wants encryption and a password before anything else."""
    server = MailServer()
    server.start(
        tls_context=tls(certificate),
        require_starttls=True,
        auth_required=True,
        authenticator=server.authenticate,
    )
    yield server
    server.stop()


def test_the_password_is_told_under_encryption(post, starttls_server, settings):
    settings.SMTP_URL = f"starttls://anna:k%40de%2Ford@localhost:{starttls_server.port}"
    post.put()
    assert post.send() == 1
    assert starttls_server.logged_in == ["anna:k@de/ord"]


def test_a_server_that_is_not_who_it_says_is_told_nothing(post, starttls_server, settings, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    settings.SMTP_URL = f"starttls://anna:k%40de%2Ford@localhost:{starttls_server.port}"
    post.put()
    assert post.send() == 0
    assert post.states() == ["failed"]
    assert starttls_server.logged_in == []
