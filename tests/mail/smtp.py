"""A real mail server on loopback, which can be told to misbehave."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session


@dataclass
class MailServer:
    """Keeps what it takes. `answers` are what it says to the next messages instead of taking them, each at
    "RCPT" or after "DATA"; "cut" takes the message and hangs up without a word, "drop" hangs up before."""

    received: list[bytes] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)
    heard: Callable[[], None] = lambda: None
    slowly: float = 0
    logged_in: list[str] = field(default_factory=list)

    def start(self, port: int = 0, **how: object) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=port or free_port(), **how)
        self.controller.start()
        self.is_up = True

    def stop(self) -> None:
        """Nothing listens any more; again is as good as once."""
        if self.is_up:
            self.controller.stop()
        self.is_up = False

    @property
    def port(self) -> int:
        return self.controller.port

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def messages(self) -> list[EmailMessage]:
        return [email.message_from_bytes(raw, policy=email.policy.default) for raw in self.received]

    def next_answer(self, at: str) -> str | None:
        if self.answers and self.answers[0][0] == at:
            return self.answers.pop(0)[1]
        return None

    async def handle_RCPT(self, server, session, envelope: Envelope, address: str, options: list[str]) -> str:
        answer = self.next_answer("RCPT")
        if answer == "drop":
            server.transport.close()
            return "421 farvel"
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session: Session, envelope: Envelope) -> str:
        self.heard()
        if self.slowly:
            await asyncio.sleep(self.slowly)
        answer = self.next_answer("DATA")
        if answer is None or answer == "cut":
            self.received.append(envelope.original_content)
            self.receivers += envelope.rcpt_tos
            self.senders.append(envelope.mail_from)
        if answer == "cut":
            server.transport.abort()
            return "250 OK"
        return answer or "250 OK"

    def authenticate(self, server, session, envelope, mechanism, data) -> AuthResult:
        self.logged_in.append(f"{data.login.decode()}:{data.password.decode()}")
        return AuthResult(success=data.password == b"k@de/ord")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def tls(certificate: tuple[str, str]) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    return context
