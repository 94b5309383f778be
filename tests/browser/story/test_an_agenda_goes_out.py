"""An agenda from the standing items to what members and citizens have, and a supplement, played by the cast
in real browsers; at every step, who sees what, and what everybody can find."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.story.agenda_page import (
    address_of,
    file_of,
    from_the_pool,
    minutes_of,
    new_item,
    numbers,
    open_attachment,
    pages_of,
    press,
    row,
    titles,
    words_of,
)
from tests.browser.story.agenda_words import (
    CLOSED_WORDS,
    CRANE,
    CRANE_WORDS,
    MEASURED_WORDS,
    NAME,
    PLAN,
    PURCHASE,
    PURCHASE_PUBLIC,
    WATER,
    WATER_WORDS,
)
from tests.browser.story.desk import Desk, eventually, names
from tests.browser.story.public_site import PublicSite
from tests.cast import COPENHAGEN
from tests.khal import Khal
from tests.mail.smtp import MailServer

TODAY = datetime.now(COPENHAGEN).date()
YESTERDAY = str(TODAY - timedelta(1))
SCENE = "tests.browser.story.agenda_lindevad"
# before it is sent: who plans and who wrote; after: the body, and the observer of what is open
PLANNING = names("anna", "karen", "ada")
CLOSED_PLANNING = names("anna", "karen")
SENT = names(*PLANNING, "bo", "stine", "olga")
# a paper's files are seen as the paper is: by those who approved it, and by colleagues of who wrote it
DEPARTMENT = names("jens", "leif", "tove")
CLOSED_DEPARTMENT = names("leif", "tove")
SHUT_OUT = names("stine")  # of the paper about bathing water, before it is on any agenda
CLOSED_SENT = names(*CLOSED_PLANNING, "bo", "stine")


@pytest.fixture
def post_office() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


def test_an_agenda_goes_out(staged: Callable[..., Desk], post_office: MailServer, tmp_path: Path) -> None:
    desk = staged(SCENE, RAADSLAG_SMTP_URL=post_office.url)
    site = PublicSite(desk.looker("").request)
    anna = desk.log_in("anna")
    agenda = f"/skrivebord/moeder/{desk.told['meeting']}/dagsorden/"

    built_from_standing_items(anna, agenda)
    papers_from_the_pool(anna, agenda)
    too_long(anna, agenda)
    rule_made(anna, agenda)
    watched = Watched(
        desk,
        site,
        open_item=address_of(anna, agenda, WATER),
        closed_item=address_of(anna, agenda, PURCHASE),
        open_file=file_of(anna, address_of(anna, agenda, WATER), "Målinger"),
        closed_file=file_of(anna, address_of(anna, agenda, WATER), "Tilbud"),
    )
    watched.before_it_is_sent()

    rule_fired_by_a_referral(anna, desk, agenda)
    checked(anna, agenda)
    assert "Udkast" in words_of(anna, f"{agenda}proevetryk.pdf")
    watched.before_it_is_sent()

    sent(anna, agenda)
    watched.once_it_is_sent()
    packs_are_alike(desk, agenda)
    assert len(site.where(WATER_WORDS)) >= 4  # page, PDF, Word, JSON, ZIP
    assert site.where(PURCHASE_PUBLIC) != []
    assert site.search_finds(MEASURED_WORDS)
    in_the_members_mail_and_calendar(post_office, tmp_path)

    supplemented(anna, desk, agenda, site)
    watched.once_it_is_sent()
    versions_compared(desk, agenda)
    redacted(anna, agenda, watched.open_item, site)
    watched.once_it_is_sent()
    withdrawn(anna, agenda, site)
    watched.once_it_is_sent()


@dataclass
class Watched:
    """An open and a closed item, an open and a closed file, looked at by the whole cast and by everybody."""

    desk: Desk
    site: PublicSite
    open_item: str
    closed_item: str
    open_file: str
    closed_file: str

    def before_it_is_sent(self) -> None:
        assert self.desk.who_sees(self.open_item) == PLANNING
        assert self.desk.who_sees(self.closed_item) == CLOSED_PLANNING
        assert self.desk.who_sees(self.open_file) == PLANNING | DEPARTMENT
        assert self.desk.who_sees(self.closed_file) == CLOSED_PLANNING | CLOSED_DEPARTMENT
        for words in (WATER_WORDS, MEASURED_WORDS, *CLOSED_WORDS):
            assert self.site.where(words) == []
            assert not self.site.search_finds(words)

    def once_it_is_sent(self) -> None:
        assert self.desk.who_sees(self.open_item) == SENT - SHUT_OUT
        assert self.desk.who_sees(self.closed_item) == CLOSED_SENT
        assert self.desk.who_sees(self.open_file) == SENT - SHUT_OUT | DEPARTMENT
        assert self.desk.who_sees(self.closed_file) == CLOSED_SENT - SHUT_OUT | CLOSED_DEPARTMENT
        assert self.site.where(WATER_WORDS) != []
        assert self.site.search_finds(WATER_WORDS)
        for words in CLOSED_WORDS:
            assert self.site.where(words) == []
            assert not self.site.search_finds(words)


def built_from_standing_items(anna: Page, agenda: str) -> None:
    """Minutes and the other committee's agenda are attached by themselves."""
    anna.goto(agenda)
    press(anna.get_by_role("button", name="Hent de 6 faste punkter"))
    assert titles(anna) == [
        "Godkendelse af dagsorden",
        "Godkendelse af referat",
        "Orientering fra Magistraten",
        "Orientering om udvalgsmødet",
        "Bordrunde",
        "Eventuelt",
    ]
    printed = words_of(anna, f"{agenda}proevetryk.pdf")
    assert "Kajens belægning" in printed
    assert "Svømmehallen" in printed


def papers_from_the_pool(anna: Page, agenda: str) -> None:
    """An open and a closed one; they come before the standing items that are last."""
    for title in (WATER, PURCHASE):
        anna.goto(agenda)
        from_the_pool(anna, title)
    assert titles(anna)[4:] == [WATER, "Bordrunde", "Eventuelt", PURCHASE]


def too_long(anna: Page, agenda: str) -> None:
    """The schedule follows what is typed, and says how much it is too long."""
    anna.goto(agenda)
    new_item(anna, PLAN, minutes="20")
    row(anna, PLAN).get_by_role("link", name=PLAN).click()
    anna.get_by_label("Behandles kun, hvis sagen henvises af").select_option(label="Byrådet")
    anna.get_by_label("På mødet den").fill(YESTERDAY)
    press(anna.get_by_role("button", name="Gem", exact=True))
    anna.goto(agenda)
    expect(row(anna, PLAN)).to_contain_text("Evt.")
    minutes_of(anna, WATER).fill("30")
    expect(anna.locator("[data-time-text]")).to_have_text("Dagsordenen varer 25 minutter længere end mødet.")
    expect(anna.locator("[data-said]")).to_have_text("Tiderne er gemt.")
    anna.goto(agenda)
    expect(anna.locator("[data-time-text]")).to_have_text("Dagsordenen varer 25 minutter længere end mødet.")


def rule_made(anna: Page, agenda: str) -> None:
    anna.get_by_role("link", name="Ny regel").click()
    anna.get_by_label("Hvis").select_option(label="Byrådet")
    anna.get_by_label("henviser mindst så mange sager").fill("1")
    anna.get_by_label("på mødet den", exact=True).fill(YESTERDAY)
    anna.get_by_label(re.compile("Orientering fra Magistraten")).check()
    anna.get_by_label("til mødet den").select_option(index=1)
    press(anna.get_by_role("button", name="Gem"))
    anna.wait_for_url(f"**{agenda}")
    expect(anna.get_by_role("main")).to_contain_text("Hvis Byrådet henviser")


def rule_fired_by_a_referral(anna: Page, desk: Desk, agenda: str) -> None:
    """The council refers the case: the conditional item stands by itself, and the rule moves another one."""
    anna.goto(f"/skrivebord/moeder/{desk.told['council']}/dagsorden/")
    anna.get_by_role("link", name=PLAN).click()
    anna.locator("summary", has_text="Henvis").click()
    form = anna.locator("form[action$='/henvis']")
    form.get_by_label("Henvises til").select_option(label="Havne- og Klimaudvalget")
    press(form.get_by_role("button"))
    expect(anna.get_by_role("main")).to_contain_text("er sat på mødet i Havne- og Klimaudvalget")
    anna.goto(agenda)
    expect(row(anna, PLAN)).to_contain_text("Henvist")
    press(anna.get_by_role("button", name=re.compile("^Gør det")))
    expect(row(anna, "Orientering fra Magistraten")).to_have_count(0)
    assert "Orientering fra Magistraten" not in titles(anna)


def checked(anna: Page, agenda: str) -> None:
    """The check says that it is too long still, with a way there; five minutes less, and it is silent."""
    anna.goto(f"{agenda}tjek/")
    main = anna.get_by_role("main")
    expect(main).to_contain_text(re.compile("15 minutter"))
    anna.goto(agenda)
    minutes_of(anna, WATER).fill("15")
    expect(anna.locator("[data-said]")).to_have_text("Tiderne er gemt.")
    anna.goto(f"{agenda}tjek/")
    expect(main).not_to_contain_text("15 minutter")
    expect(main).not_to_contain_text("Skal rettes")


def sent(anna: Page, agenda: str) -> None:
    """What members and citizens get stands side by side; then it is sent and published."""
    anna.goto(f"{agenda}send/")
    purchase = anna.locator(".send-row", has_text=PURCHASE)
    expect(purchase).to_contain_text(PURCHASE_PUBLIC)
    send(anna, agenda)


def send(anna: Page, agenda: str, note: str = "") -> None:
    anna.goto(f"{agenda}send/")
    if note:
        anna.get_by_label("Hvad er nyt?").fill(note)
    press(anna.get_by_role("button", name="Send og udgiv"))

    def done() -> bool:
        anna.goto(f"{agenda}send/")
        return "Medlemmerne og borgerne har dagsordenen" in anna.get_by_role("main").inner_text()

    eventually(done)


def packs_are_alike(desk: Desk, agenda: str) -> None:
    """Members' and citizens' packs have the same numbers on their pages; what is closed is in one alone."""
    whole, public = f"{agenda}udgaver/1/medlemmer.pdf", f"{agenda}udgaver/1/offentlig.pdf"
    assert desk.who_sees(public) == SENT | desk.who_sees(whole)
    assert {"anna", "bo", "stine"} <= desk.who_sees(whole)
    bo = desk.log_in("bo")
    members, citizens = pages_of(bo, whole), pages_of(bo, public)
    assert "385.000" in " ".join(members.values())
    assert "385.000" not in " ".join(citizens.values())
    page = next(number for number, text in members.items() if WATER_WORDS in text)
    assert WATER_WORDS in citizens[page]
    stine = desk.log_in("stine")
    hers = " ".join(pages_of(stine, whole).values())
    assert WATER_WORDS not in hers
    assert "385.000" in hers


def in_the_members_mail_and_calendar(post_office: MailServer, tmp_path: Path) -> None:
    """Bo is told, and his calendar has the meeting."""

    def mails() -> list[EmailMessage]:
        return [mail for mail in post_office.messages if "bo@" in str(mail["To"])]

    eventually(lambda: any(str(mail["Subject"]).startswith("Dagsorden:") for mail in mails()))
    calendars = [
        part.get_content()
        for mail in mails()
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]
    khal = Khal(tmp_path / "khal")
    khal.take_in(calendars[-1].encode())
    (line,) = khal.shows(str(TODAY), str(TODAY + timedelta(30)))
    assert "Havne- og Klimaudvalget" in line


def supplemented(anna: Page, desk: Desk, agenda: str, site: PublicSite) -> None:
    """The day after, another paper comes: a supplement, and no number changes."""
    before = numbers(anna, agenda)
    from_the_pool(anna, CRANE)
    crane = address_of(anna, agenda, CRANE)
    assert "bo" not in desk.who_sees(crane)
    send(anna, agenda, "Sagen om kranen haster.")
    assert "bo" in desk.who_sees(crane)
    after = numbers(anna, agenda)
    assert {title: after[title] for title in before} == before
    assert after[CRANE] == str(len(after))
    assert any("tillaeg" in address for address in site.where(CRANE_WORDS))


def versions_compared(desk: Desk, agenda: str) -> None:
    bo = desk.new_page("bo")
    bo.goto(f"{agenda}udgaver/")
    expect(bo.get_by_role("main")).to_contain_text("Sagen om kranen haster.")
    bo.goto(f"{agenda}udgaver/1-2/")
    expect(bo.get_by_role("main")).to_contain_text(CRANE)


def redacted(anna: Page, agenda: str, water: str, site: PublicSite) -> None:
    """A name goes out of an attachment, out of the file itself, and the old file is taken back."""
    assert site.where(NAME) != []
    open_attachment(anna, water, "Klager")
    anna.get_by_role("link", name=re.compile("Overstreg")).click()
    anna.get_by_label("Ord, der skal væk overalt i bilaget").fill(NAME)
    press(anna.get_by_role("button", name="Se en prøve"))
    press(anna.get_by_role("button", name=re.compile("Tag .* i brug|Brug")))
    send(anna, agenda, "Et navn er streget over.")
    take_back(anna, agenda, "Klager", "Filen havde et navn, som ikke må stå der.")
    assert site.where(NAME) == []
    assert not site.search_finds(NAME)
    assert site.where(WATER_WORDS) != []


def withdrawn(anna: Page, agenda: str, site: PublicSite) -> None:
    """Another attachment is taken back, with the reason left in its place."""
    assert site.where(MEASURED_WORDS) != []
    take_back(anna, agenda, "Målinger", "Tallene var forkerte.")
    assert site.where(MEASURED_WORDS) == []
    assert not site.search_finds(MEASURED_WORDS)
    assert site.where("Tallene var forkerte.") != []


def take_back(anna: Page, agenda: str, title: str, why: str) -> None:
    """The file of that title that is out, the oldest where there are several."""
    anna.goto(f"{agenda}offentliggjort/")
    out = anna.locator("li.entry", has=anna.get_by_role("link", name=title, exact=True))
    out.last.get_by_role("link", name=re.compile("^Træk tilbage")).click()
    anna.get_by_label("Hvorfor trækkes det tilbage?").fill(why)
    anna.get_by_label("Ja, træk det tilbage nu.").check()
    press(anna.get_by_role("button", name="Træk tilbage"))
    anna.wait_for_url("**/offentliggjort/")
