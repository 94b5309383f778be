"""A publication that is broken off, at whatever point, is published whole or not at all."""

import json
import subprocess
import sys
from typing import Any

PUBLISHED_AT_ONCE = {"before the index", "with the index half written", "before the index is marked"}


def run(what: str, home: dict[str, str]) -> list[Any]:
    command = [sys.executable, "-m", "tests.publishing.run", what]
    done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killed_at_any_point_nothing_is_half_published_and_the_next_run_mends(home):
    seen = run("killed", home)
    assert len(seen) == 9
    for each in seen:
        assert each["outcome"] == "SIGKILL", each
        assert each["after"]["faults"] == [], each
        assert each["after"]["published"] is (each["point"] in PUBLISHED_AT_ONCE), each
        assert each["after"]["rows"] in (None, [2, 4]), each
        assert each["mended"] == {"published": True, "rows": [2, 4], "faults": [], "found": True}, each


def test_killed_at_any_point_what_is_withdrawn_never_shows_again_and_the_next_run_mends(home):
    seen = run("withdrawn", home)
    assert len(seen) == 8
    for each in seen:
        assert each["outcome"] == "SIGKILL", each
        assert each["after"]["faults"] == [], each
        begun = each["point"] not in ("before the link", "before the transaction ends")
        gone = [410, 410, 410, 410]
        without = [200, 410, 410, 200]
        shown = [without, gone] if each["attachment"] else [gone]
        assert each["after"]["statuses"] in (shown if begun else [[200, 200, 200, 200]]), each
        assert each["after"]["found"] is not begun, each
        assert each["fault"] is None, each
        assert each["mended"]["faults"] == [], each
        if begun:
            assert each["mended"]["statuses"] == shown[0], each
            assert (each["mended"]["found"], each["mended"]["kept"]) == (False, 0), each


def test_on_a_full_disk_nothing_is_half_published(home):
    for each in run("full_disk", home):
        assert "Error" in each["outcome"], each
        assert each["after"]["faults"] == [], each
        assert each["after"]["rows"] in (None, [2, 4]), each
        assert each["mended"] == {"published": True, "rows": [2, 4], "faults": [], "found": True}, each


def test_many_at_once_get_one_version_each_in_one_chain(home):
    (seen,) = run("together", home)
    assert seen["faults"] == []
    for body in ("Byrådet", "Kulturudvalget", "Økonomiudvalget"):
        versions = [version for name, version in seen["versions"] if name == body]
        assert versions in ([1, 2], [1, 2, 3]), seen
    assert seen["news"].count("first") == 3, seen
    assert len(seen["versions"]) == 9 - seen["news"].count("unchanged")
