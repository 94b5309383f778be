"""Coming in by the door, as people do: e-mail, password, and the code that their app shows."""

import time
from base64 import b32encode
from hashlib import sha1

from playwright.sync_api import Page

from tests.desk.accounts.app import code_from

PASSWORD = "et-langt-kodeord-til-prøver"  # tests.cast's
TOTP_SECONDS = 30


def totp_seed(email: str) -> str:
    """What the app of one of the cast makes codes from: tests.cast's."""
    return b32encode(sha1(email.encode()).digest()).decode()


def log_in(page: Page, person_email: str) -> None:
    """Leaves the page at whatever opens after log-in. A code works once: where this person came in less than
    half a minute ago, it waits for the next."""
    page.goto("/konto/log-ind/")
    page.get_by_label("E-post").fill(person_email)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()
    for _attempt in range(3):
        page.get_by_label("Kode").fill(code_from(totp_seed(person_email)))
        page.get_by_role("button", name="Log ind", exact=True).click()
        if "/konto/kode/" not in page.url:
            return
        time.sleep(TOTP_SECONDS - time.time() % TOTP_SECONDS)
    raise AssertionError(f"{person_email} could not log in: {page.inner_text('main')}")
