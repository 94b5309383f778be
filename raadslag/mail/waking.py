"""Sending at once what somebody is waiting for, instead of at the next minute."""

from django.db import transaction
from django_q.tasks import async_task


def wake() -> None:
    """Once the transaction is done, the workers send what is in the outbox."""
    transaction.on_commit(lambda: async_task("raadslag.jobs.mail.send"))
