from django.apps import AppConfig


class DeskPagesConfig(AppConfig):
    """The desk's pages. Its tables are the app `desk`, `raadslag.models`."""

    name = "raadslag.desk"
    label = "desk_pages"
    verbose_name = "Sekretariatets sider"
