from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "raadslag.archive"
    label = "archive"
    verbose_name = "Arkiv"
