"""Anna types a command that is not right."""

import pytest
from click.testing import CliRunner

from raadslag.cli import main


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["--nej"], "Valget --nej findes ikke. Se: raadslag --help"),
        (["udgiv"], "Kommandoen udgiv findes ikke. Se: raadslag --help"),
        (["read"], "FIL mangler. Se: raadslag read --help"),
        (["pack", "moede.json"], "--attachments mangler. Se: raadslag pack --help"),
        (["serve", "--port", "99999"], "--port kan ikke have den værdi. Se: raadslag serve --help"),
        (["schema", "ekstra"], "Der er givet mere, end kommandoen bruger. Se: raadslag schema --help"),
    ],
)
def test_she_is_told_in_one_danish_sentence_and_where_to_look(typed, sentence):
    done = CliRunner().invoke(main, typed, prog_name="raadslag")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{sentence}\n")


def test_without_a_command_she_sees_them_all():
    assert "Skriver en dagsorden eller et referat." in CliRunner().invoke(main, []).output
