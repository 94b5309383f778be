"""`raadslag migrate` leaves a desk in which a paper can be begun."""

import subprocess
import sys

import pytest

from tests.conftest import RAADSLAG

NAMES = """
import config.start
from raadslag.models import PaperTemplate
for template in PaperTemplate.objects.all():
    print(template.name, template.sections.exists())
"""
RENAMED = """
import config.start
from raadslag.models import PaperTemplate
PaperTemplate.objects.exclude(name="Indstilling i seks afsnit").delete()
PaperTemplate.objects.update(name="Vores egen")
"""


@pytest.fixture
def run(home):
    def of(*command):
        return subprocess.run(command, env=home, capture_output=True, text=True, check=True).stdout

    return of


def test_a_new_desk_has_the_shipped_templates_and_keeps_what_its_administrators_made_of_them(run):
    run(RAADSLAG, "migrate")
    assert run(sys.executable, "-c", NAMES).splitlines() == [
        "Indstilling i seks afsnit True",
        "Indstilling med problemstilling og løsning True",
        "Sagsfremstilling med effekt og økonomi True",
    ]
    run(sys.executable, "-c", RENAMED)
    run(RAADSLAG, "migrate")
    assert run(sys.executable, "-c", NAMES).splitlines() == ["Vores egen True"]


def test_the_citizens_store_is_made_without_the_desk(home):
    done = subprocess.run(
        [RAADSLAG, "migrate"],
        env={**home, "RAADSLAG_ONLY": "public"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "Klar: det offentlige lager.\n")
