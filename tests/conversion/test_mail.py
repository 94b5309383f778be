"""An e-mail is printed with its head, its text and the names of its files, and gives the files on."""

from datetime import UTC, datetime

import pytest

from raadslag.conversion import Kind, Unconvertible
from raadslag.conversion.inside.finishing import finish
from raadslag.conversion.mail import eml, msg
from raadslag.conversion.mail.html_text import text_of
from raadslag.conversion.orders import Made, Order, Work
from tests.conversion import mail_files

FILES = (("Bilag æøå.txt", b"hej"), ("program.exe", b"MZ\0\0"), ("stor.bin", bytes(9_000)))


def made(data: bytes, kind: Kind) -> Made:
    return finish(data, Order(Work.FINISH, kind, "brev", most_pages=10))


@pytest.fixture(scope="module", params=[Kind.EML, Kind.MSG])
def printed(request: pytest.FixtureRequest) -> Made:
    write = {Kind.EML: mail_files.eml, Kind.MSG: mail_files.msg}[request.param]
    return made(write(*FILES), request.param)


def test_the_head_says_who_wrote_to_whom_when_and_about_what(printed: Made) -> None:
    page = printed.texts[0]
    for words in (
        "Fra",
        "Søren Åberg",
        "soren@lindevad.example",
        "Byrådet <byraad@lindevad.example>",
        "onsdag den 8. oktober 2025 kl. 10.30",
        mail_files.SUBJECT,
    ):
        assert words in page


def test_the_text_stands_there_and_no_script_does(printed: Made) -> None:
    assert "Vi ønsker en ny cykelsti." in printed.texts[0]
    assert "alert" not in printed.texts[0]


def test_the_files_are_named_with_what_they_are_and_given_on(printed: Made) -> None:
    assert "Bilag æøå.txt (en tekstfil)" in printed.texts[0]
    assert "program.exe (kan ikke vises)" in printed.texts[0]
    assert [(each.name, each.data) for each in printed.enclosed] == list(FILES)


def test_an_e_mail_within_an_e_mail_is_a_file_of_its_own() -> None:
    mail = eml.read(mail_files.eml_within_eml())
    (inner,) = mail.enclosed
    assert inner.name == "Det oprindelige brev.eml"
    assert eml.read(inner.data).text.strip() == "Teksten i det oprindelige brev."
    assert "oprindelige" not in mail.text


def test_an_outlook_message_within_another_is_a_file_of_its_own() -> None:
    mail = msg.read(mail_files.msg_within_msg())
    (inner,) = mail.enclosed
    assert inner.name == f"{mail_files.SUBJECT}.eml"
    assert "Vi ønsker en ny cykelsti." in eml.read(inner.data).text


def test_a_mail_that_is_a_web_page_is_read_as_one_sees_it() -> None:
    page = "<style>x</style><p>Første</p><ul><li>et<li>to</ul><p style='display:none'>Skjult</p>Slut<br>her"
    assert made(mail_files.web_eml(page), Kind.EML).texts[0].endswith("Første\n– et\n– to\nSlut\nher")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<!-- skjult -->b", "ab"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1  2\n3"),
        ("<p>a <b>b</b>\n c</p>", "a b c"),
        ("<img alt='Kort'><img>", "[Kort][billede]"),
        ("<script>x</script><p>y", "y"),
        ("<div>" * 200 + "dybt", "dybt"),
        ("ÆØÅ &amp; &aelig;", "ÆØÅ & æ"),
    ],
)
def test_a_web_page_is_read_as_text(page: str, text: str) -> None:
    assert text_of(page) == text


@pytest.mark.parametrize(
    "head",
    [
        b"From: =?x-unknown?q?a?= <a@b>\r\nDate: i dag\r\nSubject: =?utf-8?b?!!?=",
        b"From: \xe6\xf8\xe5\r\nSubject: r\xe5",
        b"From: a\nContent-Type: text/plain; charset=findes-ikke\nSubject: b",
        b"From: a\nContent-Type: multipart/mixed\nSubject: b",
        b"From: a\nContent-Transfer-Encoding: base64\nSubject: b",
    ],
)
def test_a_mail_that_breaks_the_rules_is_printed_all_the_same(head: bytes) -> None:
    assert made(head + b"\n\nr\xf8dgr\xf8d", Kind.EML).texts


def test_a_mail_nested_without_end_is_printed() -> None:
    part = b"x"
    for number in range(60):
        part = b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n%s\n--%d--' % (
            number,
            number,
            part,
            number,
        )
    assert made(b"From: a\nTo: b\n" + part, Kind.EML).texts


def test_an_encrypted_mail_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unconvertible, match="krypteret"):
        eml.read(b"From: a\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB")


def test_half_an_outlook_message_is_refused() -> None:
    with pytest.raises(Unconvertible, match="hent den igen"):
        msg.read(mail_files.msg()[:1500])


def test_a_mail_without_anything_says_so() -> None:
    page = made(b"From: a@b\nDate: Wed, 08 Oct 2025 10:30:00 -0000\n\n", Kind.EML).texts[0]
    assert "(uden emne)" in page
    assert "(E-mailen har ingen tekst.)" in page
    assert "kl. 12.30" in page


def test_the_sending_of_a_message_is_a_moment() -> None:
    assert msg.read(mail_files.msg()).sent_at == datetime(2025, 10, 8, 8, 30, tzinfo=UTC)
