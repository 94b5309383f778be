"""The mail server, as its address says how to reach it."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

# The patience, in seconds, with each answer of the server. RFC 5321 would have minutes; a mail that was not
# taken is tried again.
PATIENCE = 20


class Security(StrEnum):
    """How the conversation is kept from others; the word that the address begins with."""

    NONE = "smtp"
    STARTTLS = "starttls"  # agreed on before anything is said
    TLS = "smtps"  # from the first byte


USUAL_PORTS: Mapping[Security, int] = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `user` is "" where it asks for no log-in."""

    host: str
    port: int
    security: Security = Security.NONE
    user: str = ""
    password: str = ""


def server_at(url: str) -> Server:
    """The server at an address such as "starttls://user:password@mail.example:587", with user and password
    percent-encoded. Raises ValueError, without the password in it."""
    try:
        parts = urlsplit(url)
        security, host, port = Security(parts.scheme), parts.hostname, parts.port
    except ValueError:
        raise ValueError("not the address of a mail server") from None
    if not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("not the address of a mail server")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Server(host, port or USUAL_PORTS[security], security, user, password)


@contextmanager
def conversation(server: Server) -> Iterator[smtplib.SMTP]:
    """Connected, encrypted and logged in, as the server's address says. Raises OSError and SMTPException."""
    context = ssl.create_default_context()
    if server.security == Security.TLS:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=PATIENCE, context=context
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        connection.ehlo_or_helo_if_needed()
        if server.security == Security.STARTTLS:
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password)
        yield connection
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()
        connection.close()
