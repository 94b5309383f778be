from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk's tables, `raadslag.models`: Django looks for an app's tables in `<name>.models`."""

    name = "raadslag"
    label = "desk"
    verbose_name = "Sekretariat"
