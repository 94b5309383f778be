from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "raadslag.public"
    label = "public"
    verbose_name = "Borgernes sider"
