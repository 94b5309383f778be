from django.apps import AppConfig
from django.db.backends.signals import connection_created

from raadslag.desk.sqlite_letters import teach


class DeskPagesConfig(AppConfig):
    """The desk's pages. Its tables are the app `desk`, `raadslag.models`."""

    name = "raadslag.desk"
    label = "desk_pages"
    verbose_name = "Sekretariatets sider"

    def ready(self) -> None:
        connection_created.connect(teach)
