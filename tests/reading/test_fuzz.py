"""Any bytes whatever end as a reading or as a refusal, and every line is accounted for."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.disguises import as_content_of_pdf, as_part_of_word, broken_pdf
from tests.fuzz.promise import in_child, keep
from tests.reading.papers import minutes_pdf, paragraph, word

SECONDS = 12
bounded = settings(max_examples=60, deadline=None)
PHRASES = (
    "Punkt 1: Dagsorden",
    "Beslutning for Punkt 1: Dagsorden",
    "Godkendt.",
    "27-08-2025 10:30 - 12:30",
    "Punkt 3, Bilag 1: notat.pdf",
    "1. Resume",
    "At 1) planen godkendes",
    "side 1 af 3",
    "Indholdsfortegnelse",
    "SAG-2025-003383",
    "Lukket: Køb af ejendom",
    "Anna Lind tager referat.",
    "Emne: Udvalgsmøde",
    "Bilag",
    " ",
)
letters = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
prose = st.lists(st.sampled_from(PHRASES) | letters, max_size=40).map("\n".join)
MARKUP = dict.fromkeys(map(ord, "<>&\ufffe\uffff"))


@bounded
@given(prose)
def test_any_text_keeps_the_promise(text):
    keep(text.replace("Bilag", "\f").encode())


@bounded
@given(st.binary(max_size=2000))
def test_any_bytes_keep_the_promise(data):
    keep(data)


@bounded
@given(st.lists(prose, max_size=8), st.text('<>/wp:&;"= abtr', max_size=60))
def test_any_word_file_keeps_the_promise(paragraphs, markup):
    plain = "".join(paragraph(each.translate({60: None, 62: None, 38: None, 0: None})) for each in paragraphs)
    keep(as_part_of_word(plain.encode("utf-8", "replace")))
    keep(as_part_of_word((plain + markup).encode("utf-8", "replace")))


@settings(bounded, max_examples=40)
@given(st.binary(max_size=200), st.binary(max_size=90))
def test_any_pdf_keeps_the_promise(drawing, changes):
    for data in (as_content_of_pdf(drawing), broken_pdf(changes)):
        in_child(data)


def test_good_files_are_read_by_the_same_promise():
    assert keep(minutes_pdf())
    assert keep(word(paragraph("Punkt 1: Dagsorden")))
    assert keep(b"Punkt 1: Dagsorden\n\nGodkendt.")


def test_a_guided_fuzzer_finds_no_broken_promise(tmp_path: Path):
    seeds = {
        "tekst": b"tPunkt 1: Dagsorden\n\nBeslutning for Punkt 1: Dagsorden\n\nGodkendt.\n\fside 1 af 3\n",
        "word": b"w" + paragraph("Punkt 1: Dagsorden").encode(),
        "indhold": b"cBT /F1 11 Tf 60 650 Td (Godkendt.) Tj ET",
        "brudt": b"p" + bytes(range(30)),
    }
    for name, seed in seeds.items():
        (tmp_path / name).write_bytes(seed)
    command = [sys.executable, "-m", "tests.fuzz.readers", f"-max_total_time={SECONDS}", "-max_len=4000"]
    run = subprocess.run(
        [*command, "-rss_limit_mb=3000", f"-artifact_prefix={tmp_path}/", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PYTHONPATH": os.getcwd()},
        timeout=SECONDS + 60,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    assert "Done" in run.stderr
