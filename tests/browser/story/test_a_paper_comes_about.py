"""A paper from a topic on the annual wheel to "approved, waiting for a meeting", played by the cast in real
browsers; at every step, who sees it and its files."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.story import files
from tests.browser.story.desk import Desk, eventually, move, names, saved, typed
from tests.browser.story.lindevad import ROUTE, TOPIC

DRAFT = names("karen", "jens", "ada")
SUBMITTED = names(*DRAFT, "leif", "tove")
WAITING = names(*SUBMITTED, "mette", "anna")
# of what is closed, colleagues and administrators see nothing; whoever has held the pen does
CLOSED_DRAFT = names("karen", "jens")
CLOSED_SUBMITTED = names(*CLOSED_DRAFT, "leif", "tove")
CLOSED_WAITING = names(*CLOSED_SUBMITTED, "mette", "anna")


def test_a_paper_comes_about(staged: Callable[..., Desk]) -> None:
    desk = staged("tests.browser.story.lindevad")
    karen = desk.log_in("karen")
    paper = begun_from_the_wheel(karen)
    assert desk.who_sees(paper) == DRAFT

    filled_from_word(karen, paper)
    two_save_at_once(desk, karen, paper)

    secret = attached(desk, karen, paper)
    assert desk.who_sees(paper) == DRAFT
    assert desk.who_sees(secret) == CLOSED_DRAFT

    leif = submitted(desk, karen, paper)
    assert desk.who_sees(paper) == SUBMITTED
    assert desk.who_sees(secret) == CLOSED_SUBMITTED

    returned_with_a_comment(karen, leif, paper)
    assert desk.who_sees(paper) == SUBMITTED

    endorsed_and_approved(desk, karen, leif, paper)
    assert desk.who_sees(paper) == WAITING
    assert desk.who_sees(secret) == CLOSED_WAITING
    in_the_pool(desk)
    in_the_log(desk)


def begun_from_the_wheel(karen: Page) -> str:
    """The menu leads Karen to the wheel that has her topic, and she begins a paper. Gives its address."""
    karen.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Årshjul").click()
    karen.wait_for_url("**/aarshjul/**")
    karen.get_by_role("link", name=re.compile("Skriv indstilling")).click()
    expect(karen.get_by_role("main")).to_contain_text(f"Fra årshjulet for Havne- og Klimaudvalget: {TOPIC}")
    karen.get_by_label("Skabelon").select_option(label="Indstilling i seks afsnit")
    karen.get_by_label("Sagsgang").select_option(label=ROUTE)
    karen.get_by_role("button", name="Begynd at skrive").click()
    karen.wait_for_url("**/skriv")
    expect(karen.get_by_label("Overskrift", exact=True)).to_have_value(TOPIC)
    expect(karen.get_by_label("Telefon", exact=True)).to_have_value("89 40 12 34")
    return "/" + karen.url.removesuffix("skriv").split("/", 3)[3]


def filled_from_word(karen: Page, paper: str) -> None:
    """Three sections come from a Word file, and nothing is changed before the differences are seen."""
    karen.goto(f"{paper}word")
    karen.get_by_label("Word-fil").set_input_files(
        {"name": "udkast.docx", "mimeType": "application/octet-stream", "buffer": files.word_draft()}
    )
    karen.get_by_role("button", name="Vis forskelle").click()
    expect(karen.get_by_role("main")).to_contain_text("prøvet ni gange i sommer")
    assert "ni gange" not in karen.request.get(paper).text()
    karen.get_by_role("button", name="Tag det valgte").click()
    karen.wait_for_url("**/skriv")
    typed(karen, "Hvilken værdi skaber det for borgerne og samfundet?", "Badegæsterne kan stole på vandet.")
    typed(karen, "Hvad gøres konkret, hvem gør det og hvordan?", "Klima og Miljø prøver vandet fra maj.")
    clauses = karen.locator(
        "section.paper-section", has=karen.get_by_role("heading", name="Beslutningspunkter")
    )
    clauses.locator("textarea").first.fill("profilerne godkendes")
    saved(karen)
    karen.reload()
    expect(karen.get_by_role("main")).to_contain_text("Badegæsterne kan stole på vandet.")


def two_save_at_once(desk: Desk, karen: Page, paper: str) -> None:
    """Jens takes the pen while Karen writes: what she wrote is not lost, and she sees both."""
    jens = desk.log_in("jens")
    karen.goto(f"{paper}skriv")
    jens.goto(paper)
    jens.get_by_role("button", name="Tag pennen fra Karen").click()
    jens.goto(f"{paper}skriv")
    typed(jens, "Opfølgning", " Jens føjer til: byrådet orienteres.")
    jens.get_by_role("button", name="Gem og luk").first.click()
    jens.wait_for_url(f"**{paper}")

    typed(karen, "Opfølgning", " Karen føjer til: ældrerådet orienteres.")
    karen.get_by_role("button", name="Gem", exact=True).first.click()
    both = karen.get_by_role("main")
    expect(both).to_contain_text("byrådet orienteres")
    expect(both).to_contain_text("ældrerådet orienteres")
    karen.get_by_role("button", name=re.compile("gem$", re.IGNORECASE)).first.click()
    karen.goto(paper)
    for words in ("byrådet orienteres", "ældrerådet orienteres"):
        expect(karen.get_by_role("main")).to_contain_text(words)


def attached(desk: Desk, karen: Page, paper: str) -> str:
    """Every kind of file, several at once; the closed one's address is given."""
    karen.goto(paper)
    upload(karen, files.open_files(), taken=16)
    refused = karen.locator("[data-uploads] li", has_text=files.CUT_OFF)
    expect(refused).to_contain_text("beskadiget eller ikke hel")
    karen.goto(paper)
    karen.get_by_label("Lukkede: kun bag lukkede døre").check(force=True)
    karen.get_by_label("Grund til lukning").last.fill("Forretningshemmelighed, forvaltningsloven § 27")
    upload(karen, {files.SECRET: files.closed_file()}, taken=1)

    def done() -> bool:
        karen.goto(paper)
        rows = karen.locator("[data-key]").all_inner_texts()
        return len(rows) == 17 and not any("Venter" in row or "Omdannes" in row for row in rows)

    eventually(done)
    failed = [row for row in karen.locator("[data-key]").all_inner_texts() if "Mislykkedes" in row]
    assert [row.split()[0] for row in failed] == ["Itu"]
    left_out(karen, paper)
    safe_copies(karen, paper)
    return file_of(karen, paper, "Prøvernes fortrolige tal")


def upload(page: Page, chosen: dict[str, bytes], *, taken: int) -> None:
    """Chooses the files and waits until as many as will be taken are there."""
    there = page.locator("[data-key]").count()
    page.locator("#nye-bilag").set_input_files(
        [
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
            for name, data in chosen.items()
        ]
    )
    submit = page.get_by_role("button", name="Læg op", exact=True)
    if submit.is_visible():
        submit.click()
    expect(page.locator("[data-key]")).to_have_count(there + taken, timeout=120_000)


def left_out(karen: Page, paper: str) -> None:
    """The broken one says why, holds the paper up, and is left out on purpose."""
    karen.goto(paper)
    expect(karen.locator("[data-key]", has_text="Itu").locator(".attachment-fault")).not_to_be_empty()
    expect(karen.get_by_role("main")).to_contain_text("Itu")
    karen.locator("[data-key]", has_text="Itu").get_by_role("link", name="Itu").first.click()
    karen.get_by_label("Hvorfor er det udeladt?").fill("Filen er beskadiget; afsenderen er bedt om en ny.")
    karen.get_by_role("button", name="Udelad bilaget").click()
    karen.wait_for_load_state()


def safe_copies(karen: Page, paper: str) -> None:
    """The scan can be read, and the one that hides things says what its safe copy leaves out."""
    open_attachment(karen, paper, "Brev fra digelaget")
    expect(karen.get_by_role("main")).to_contain_text(re.compile("æ|ø|å"))
    open_attachment(karen, paper, "Tegning med lag")
    expect(karen.get_by_role("main")).to_contain_text(re.compile("script|lag", re.IGNORECASE))
    copy = karen.request.get(file_of(karen, paper, "Tegning med lag")).body()
    assert copy.startswith(b"%PDF-")
    assert b"/JavaScript" not in copy


def open_attachment(page: Page, paper: str, title: str) -> None:
    page.goto(paper)
    page.locator("[data-key]", has_text=title).get_by_role("link", name=title).first.click()
    page.wait_for_url("**/bilag/**")


def file_of(page: Page, paper: str, title: str) -> str:
    """The address of the attachment's safe copy, as its page gives it."""
    open_attachment(page, paper, title)
    found = re.search(r"/skrivebord/filer/[0-9a-f-]+/bilag\.pdf", page.content())
    assert found
    return found[0]


def submitted(desk: Desk, karen: Page, paper: str) -> Page:
    """Karen sends it in; Leif finds it on his start page."""
    karen.goto(paper)
    tag = karen.get_by_role("button", name=re.compile("^Tag pennen"))
    if tag.count():
        tag.click()
    move(karen, "Send til godkendelse")
    expect(karen.get_by_role("main")).to_contain_text("Skal godkendes af")
    leif = desk.log_in("leif")
    expect(leif.get_by_role("main")).to_contain_text(TOPIC)
    return leif


def returned_with_a_comment(karen: Page, leif: Page, paper: str) -> None:
    """Leif wants more; Karen reads why, and puts it right."""
    leif.goto(paper)
    move(leif, "Send tilbage", comment="Skriv, hvad prøverne koster.")
    karen.goto("/skrivebord/")
    expect(karen.get_by_role("main")).to_contain_text(TOPIC)
    karen.goto(paper)
    expect(karen.get_by_role("main")).to_contain_text("Skriv, hvad prøverne koster.")
    karen.goto(f"{paper}skriv")
    typed(karen, "Hvad gøres konkret, hvem gør det og hvordan?", " Prøverne koster 18.000 kr.")
    karen.get_by_role("button", name="Gem og luk").first.click()
    karen.wait_for_url(f"**{paper}")


def endorsed_and_approved(desk: Desk, karen: Page, leif: Page, paper: str) -> None:
    """Karen sends it again, Leif approves, Mette endorses, and it waits for a meeting."""
    move(karen, "Send til godkendelse")
    leif.goto(paper)
    move(leif, "Godkend")
    assert desk.who_sees(paper) == names(*SUBMITTED, "mette")
    mette = desk.log_in("mette")
    expect(mette.get_by_role("main")).to_contain_text(TOPIC)
    mette.goto(paper)
    move(mette, "Giv påtegning", text="Borgmesterens Afdeling har ingen bemærkninger.")
    karen.goto(paper)
    expect(karen.get_by_role("main")).to_contain_text("Skal på et møde i Havne- og Klimaudvalget")
    expect(karen.get_by_role("main")).to_contain_text("Borgmesterens Afdeling har ingen bemærkninger.")


def in_the_pool(desk: Desk) -> None:
    """Anna finds it among the papers that wait for a meeting."""
    anna = desk.log_in("anna")
    anna.goto("/skrivebord/pulje/")
    expect(anna.get_by_role("main")).to_contain_text(TOPIC)


def in_the_log(desk: Desk) -> None:
    """Ada finds in the log that the closed file was read, and by whom."""
    ada = desk.log_in("ada")
    ada.goto("/skrivebord/administration/log/")
    main = ada.get_by_role("main")
    expect(main).to_contain_text("Lukket bilag")
    expect(main).not_to_contain_text("Prøvernes fortrolige tal")
