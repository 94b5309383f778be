"""Clara searches the published meetings."""

from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from raadslag.record import Outcome
from raadslag.search import Index, Level, Order, Query, Segment
from tests.search.published import addresses, entry, index_of

HOUSES = "Parkeringshusene ved havnen koster 25/26257 kroner. "


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(
        tmp_path_factory.mktemp("search") / "index",
        entry("/plan", "Lokalplan 412 for havnen", "Byrådet vedtog planen. Den blev taget til efterretning.",
              case_number="EMN-2025-003383", outcome=Outcome.APPROVED, on=date(2025, 8, 27)),
        entry("/plan-2", "Støj ved havnen", "Efterretning: den er taget op til en ny lokalplan.",
              case_number="EMN-2025-003384", outcome=Outcome.NOTED, on=date(2024, 3, 6)),
        entry("/unge", "Unge uden arbejde", "Dimmitendledigheden stiger i Aarhus og i Lindevad.",
              body="Kulturudvalget", outcome=Outcome.NOTED, on=date(2023, 5, 10)),
        entry("/bilag", "Notat om børnehaver", "Der er 31 børnehaver i Lindevad.", body="Kulturudvalget",
              level=Level.ATTACHMENT, on=date(2025, 1, 15)),
        entry("/moede", "Ældrerådets møde", "Dagsorden og referat.", body="Ældrerådet", level=Level.MEETING,
              kind=None, on=date(2022, 11, 28)),
    )  # fmt: skip


def test_all_words_must_be_there(index: Index) -> None:
    assert addresses(index, "havnen støj") == ["/plan-2"]


def test_a_word_in_the_title_ranks_above_one_in_the_text(index: Index) -> None:
    assert addresses(index, "lokalplan") == ["/plan", "/plan-2"]


def test_small_words_are_not_demanded(index: Index) -> None:
    assert addresses(index, "børnehaver på Lindevad") == ["/bilag"]


def test_a_phrase_is_its_words_in_order(index: Index) -> None:
    assert addresses(index, '"taget til efterretning"') == ["/plan"]
    assert addresses(index, "„taget til efterretning”") == ["/plan"]
    assert set(addresses(index, "taget til efterretning")) == {"/plan", "/plan-2"}


def test_no_phrase_runs_from_the_title_into_the_text(index: Index) -> None:
    assert addresses(index, '"havnen byrådet"') == []


def test_a_minus_takes_away(index: Index) -> None:
    assert addresses(index, "lokalplan -støj") == ["/plan"]
    assert addresses(index, 'havnen -"taget til efterretning"') == ["/plan-2"]
    assert "/plan" not in addresses(index, "-havnen")


def test_a_case_number_finds_its_case_alone(index: Index) -> None:
    assert addresses(index, "EMN-2025-003383") == ["/plan"]
    assert addresses(index, "emn-2025-003384") == ["/plan-2"]
    assert addresses(index, "EMN-2025-00338") == []


@pytest.mark.parametrize("typed", ["lokaplan", "lokallplan", "lokalpaln", "lokslplan"])
def test_one_typing_error_is_forgiven_and_told(index: Index, typed: str) -> None:
    result = index.search(Query(text=typed))
    assert {hit.address for hit in result.hits} == {"/plan", "/plan-2"}
    assert result.respelled == ((typed, "lokalplan"),)


def test_a_typing_error_is_forgiven_in_the_part_of_a_compound(index: Index) -> None:
    assert addresses(index, "ledihged") == ["/unge"]


def test_no_error_is_seen_where_the_word_is_known(index: Index) -> None:
    assert index.search(Query(text="lokalplan")).respelled == ()


@pytest.mark.parametrize("typed", ["lokapaln", "hvn", "EMN-2025-003385", "møder-i-2031"])
def test_two_errors_short_words_and_numbers_are_not_guessed_at(index: Index, typed: str) -> None:
    assert addresses(index, typed) == []


def test_an_unknown_compound_is_looked_for_as_its_parts(index: Index) -> None:
    assert addresses(index, "havneplan") == ["/plan", "/plan-2"]


def test_nothing_typed_lists_everything_newest_first(index: Index) -> None:
    assert addresses(index) == ["/plan", "/bilag", "/plan-2", "/unge", "/moede"]
    assert addresses(index, " ( ") == addresses(index)


def test_hits_can_be_sorted_by_date(index: Index) -> None:
    assert addresses(index, "Lindevad", order=Order.OLDEST) == ["/unge", "/bilag"]
    assert addresses(index, "Lindevad", order=Order.NEWEST) == ["/bilag", "/unge"]


def test_days_are_counted_from_and_to_both_included(index: Index) -> None:
    assert addresses(index, since=date(2024, 3, 6), until=date(2025, 1, 15)) == ["/bilag", "/plan-2"]
    assert addresses(index, since=date(2025, 8, 27)) == ["/plan"]
    assert addresses(index, until=date(2022, 11, 28)) == ["/moede"]


def test_a_page_past_the_end_is_the_last(index: Index) -> None:
    result = index.search(Query(page=1_000_000_000, page_size=2))
    assert (result.total, result.page, result.pages, len(result.hits)) == (5, 3, 3, 1)
    assert index.search(Query(page=-5, page_size=0)).page == 1


def test_pages_hold_every_hit_once(index: Index) -> None:
    pages = [addresses(index, page=page, page_size=2) for page in (1, 2, 3)]
    assert sorted(chain.from_iterable(pages)) == sorted(addresses(index))


def test_a_hit_tells_what_it_is(index: Index) -> None:
    (hit,) = index.search(Query(text="EMN-2025-003383")).hits
    assert (hit.level, hit.body, hit.body_slug, hit.date) == (
        "item",
        "Byrådet",
        "byraadet",
        date(2025, 8, 27),
    )
    assert (hit.stage, hit.kind, hit.outcome, hit.case_number) == (
        "minutes", "decision", "approved", "EMN-2025-003383"
    )  # fmt: skip


def test_the_words_found_are_marked_in_any_form_and_compound(index: Index) -> None:
    (hit,) = index.search(Query(text="ledighed århus")).hits
    assert hit.snippet == (
        Segment("Dimmitendledigheden", hit=True),
        Segment(" stiger i "),
        Segment("Aarhus", hit=True),
        Segment(" og i Lindevad."),
    )


def test_a_phrase_is_marked_as_a_whole(index: Index) -> None:
    (hit,) = index.search(Query(text='"taget til efterretning"')).hits
    assert [segment.text for segment in hit.snippet if segment.hit] == ["taget til efterretning"]


def test_a_snippet_is_cut_around_the_words_found(tmp_path: Path) -> None:
    nothing = "Intet her. " * 300
    index = index_of(tmp_path / "index", entry("/lang", "Lang", nothing + HOUSES + nothing))
    (hit,) = index.search(Query(text="parkeringshus 25/26257")).hits
    assert [segment.text for segment in hit.snippet if segment.hit] == ["Parkeringshusene", "25/26257"]
    assert hit.snippet[0].text == hit.snippet[-1].text == "…"
    assert len("".join(segment.text for segment in hit.snippet)) < 260


def test_a_word_far_into_a_long_attachment_is_shown(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index", entry("/lang", "Lang", "Intet her. " * 5_000 + HOUSES))
    (hit,) = index.search(Query(text='parkeringshus "ved havnen"')).hits
    assert [segment.text for segment in hit.snippet if segment.hit] == ["Parkeringshusene", "ved havnen"]


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    index = index_of(tmp_path / "index", entry("/farlig", "<b>Titel</b>", "<script>skole</script> & mere"))
    (hit,) = index.search(Query(text="skole")).hits
    assert "".join(segment.text for segment in hit.snippet) == "<script>skole</script> & mere"


@pytest.mark.parametrize(
    "typed",
    ['"', '""', '"" ""', "((", "AND OR", "NOT", "-", "--", '-"', "😀", "x" * 10_000, "a " * 5_000, "\x00",
     "*", "?", "title:havn", "[1 TO 2]", "havn~", "\\", "'", "…", "½", "\ud800", "İ", "ǅ", "　"],
)  # fmt: skip
def test_anything_may_be_typed(index: Index, typed: str) -> None:
    index.search(Query(text=typed))
    index.suggest(typed)
