"""`python -m tests.browser.lindevad PAPERS` publishes Lindevad in the stores that the environment names."""

import os
import sys
from importlib import import_module
from pathlib import Path

import django
from django.utils.timezone import localdate

from tests.public.lindevad import history


def main(papers: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    publish = import_module("raadslag.publishing").publish
    for it in history(papers, localdate()):
        publish(it.record, it.files, by="Anna Kildemose", at=it.at, why=it.why)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
