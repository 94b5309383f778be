"""Reading the page where an agenda is built."""

from tests.desk.year.visitor import Page


def rows(page: Page) -> list[str]:
    """The agenda's lines as the page has them: number, title and badges."""
    numbers = page.texts("//*[@data-row]//*[@data-number]")
    titles = page.texts("//*[@data-row]//p[contains(@class, 'agenda-title')]")
    return [f"{number} {title}" for number, title in zip(numbers, titles, strict=True)]


def time_said(page: Page) -> str:
    """How the page says that the items fill the meeting."""
    return page.text("//*[@data-time]")
