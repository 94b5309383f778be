"""Findings are told in Danish, add up, and come back from JSON as they went."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.conversion import Finding, What, english
from raadslag.conversion.danish import SENTENCES
from raadslag.conversion.finding import gathered

findings = st.builds(
    Finding, st.sampled_from(What), st.integers(0, 5), st.lists(st.text(max_size=3)).map(tuple)
)


@pytest.mark.parametrize("what", What)
def test_each_finding_is_a_sentence_for_one_and_for_more(what: What) -> None:
    one, more = Finding(what), Finding(what, 12)
    for told in (one.sentence, more.sentence, one.english, more.english):
        assert told.endswith(".")
        assert "{}" not in told
    assert one.weight == more.weight


def test_there_are_danish_and_english_for_what_is_found_and_for_nothing_else() -> None:
    assert set(SENTENCES) == set(english.SENTENCES) == set(map(str, What))


@given(findings)
def test_a_finding_comes_back_from_json(finding: Finding) -> None:
    assert Finding.from_data(json.loads(json.dumps(finding.to_data()))) == finding


@given(st.text())
def test_a_name_from_anywhere_is_kept_in_any_database(name: str) -> None:
    (finding,) = gathered([Finding(What.EMBEDDED_FILE, 1, (name,))])
    told = json.dumps(finding.to_data(), ensure_ascii=False).encode()
    assert b"\0" not in told
    assert b"\\u0000" not in told


@given(st.lists(findings))
def test_gathered_findings_are_one_of_a_sort_and_lose_none(each: list[Finding]) -> None:
    whole = gathered(each)
    assert len({finding.what for finding in whole}) == len(whole)
    assert sum(finding.count for finding in whole) == sum(finding.count for finding in each)
    assert gathered(whole) == whole
