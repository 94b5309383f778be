"""Which tables live in which store."""

from typing import Any

from django.db.models import Model


def store_of(app_label: str) -> str:
    """The archive is the public store; all else is the desk's."""
    return "public" if app_label == "archive" else "default"


class TwoStores:
    """Keeps every table in its own store, and nothing of one store related to the other."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return store_of(model._meta.app_label)

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return store_of(model._meta.app_label)

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return store_of(one._meta.app_label) == store_of(other._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == store_of(app_label)
