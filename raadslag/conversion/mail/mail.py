"""An e-mail as it is printed."""

from dataclasses import dataclass
from datetime import datetime

from raadslag.conversion.orders import Enclosed


@dataclass(frozen=True)
class Mail:
    """An e-mail: its head, its text in lines, and the files that came with it."""

    sender: str
    to: str
    copy_to: str
    sent_at: datetime | None
    subject: str
    text: str
    enclosed: tuple[Enclosed, ...]
