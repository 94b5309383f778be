"""`python -m tests.browser.lindevad PAPERS` publishes Lindevad in the stores that the environment names.

A supplement is withdrawn again.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import django
from django.utils.timezone import localdate

from tests.public.lindevad import history

WHY_WITHDRAWN = "Punktet viste en borgers adresse. Vi beklager."


def main(papers: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    publish = import_module("raadslag.publishing").publish
    for it in history(papers, localdate()):
        publish(it.record, it.files, by="Anna Kildemose", at=it.at, why=it.why)
    supplement = import_module("raadslag.archive.models").Publication.objects.get(supplement=1)
    withdraw = import_module("raadslag.publishing").withdraw
    withdraw(supplement, by="Anna Kildemose", at=it.at, why=WHY_WITHDRAWN)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
