"""Handing one message over to a mail server, so that it is known afterwards whether it can have arrived."""

import re
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

LINE_ENDS = re.compile(rb"\r\n|\r|\n")
LEADING_DOTS = re.compile(rb"(?m)^\.")
END = b".\r\n"
# In seconds. Servers look the whole message through before they say yes, and what they do not answer is
# a message that a person must ask about.
PATIENCE_AT_THE_END = 90


class Fate(Enum):
    """What became of a message."""

    TAKEN = auto()  # by the server, which answers for it from now on
    UNREACHED = auto()  # the server did not talk to us
    LATER = auto()  # not taken this time
    NEVER = auto()  # the server will not take it
    UNSURE = auto()  # handed over, and no answer came
    NOT_OURS = auto()  # somebody else is sending it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message, and what the server said, "" where it took it."""

    fate: Fate
    fault: str = ""


def deliver(
    connection: smtplib.SMTP, message: bytes, sender: str, receiver: str, *, last_word: Callable[[], bool]
) -> Outcome:
    """Hands the message over.

    `last_word` is asked when all but the last line is sent: the server can accept nothing before it has that
    line. If it says no, the line is not sent. Raises nothing of the connection's.
    """
    try:
        if outcome := _envelope(connection, sender, receiver):
            return outcome
        connection.send(dotted(message))
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(Fate.LATER, said(error))
    if not last_word():
        connection.close()  # the server throws away a message without its last line
        return Outcome(Fate.NOT_OURS)
    try:
        if connection.sock:
            connection.sock.settimeout(PATIENCE_AT_THE_END)
        connection.send(END)
        code, reply = connection.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(Fate.UNSURE, said(error))
    return Outcome(Fate.TAKEN) if code == 250 else refusal(code, reply)


def _envelope(connection: smtplib.SMTP, sender: str, receiver: str) -> Outcome | None:
    """Who it is from and to, and that it begins; an outcome where the server says no to one of them."""
    for say, expected in (
        (lambda: connection.mail(sender), (250,)),
        (lambda: connection.rcpt(receiver), (250, 251)),
        (lambda: connection.docmd("DATA"), (354,)),
    ):
        code, reply = say()
        if code not in expected:
            return refusal(code, reply)
    return None


def refusal(code: int, reply: bytes) -> Outcome:
    """The server's no: for good when it begins with 5, and for now otherwise."""
    text = f"{code} {reply.decode('utf-8', 'replace')}".replace("\n", " ")
    return Outcome(Fate.NEVER if 500 <= code < 600 else Fate.LATER, text)


def said(error: Exception) -> str:
    """What a fault of the connection says of itself."""
    if isinstance(error, smtplib.SMTPResponseException):
        reply = error.smtp_error
        text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
        return f"{error.smtp_code} {text}"
    return str(error) or type(error).__name__


def dotted(message: bytes) -> bytes:
    """The message as it travels: every line ends alike, and none of them is a dot alone."""
    lines = LINE_ENDS.sub(b"\r\n", message)
    whole = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
    return LEADING_DOTS.sub(b"..", whole)
