"""Who saved what when, and the difference between any two."""

import pytest


@pytest.fixture
def karen(client_of, address, sent, paper, lindevad):
    karen = client_of("karen")
    karen.post(address("skriv"), sent({0: "<p>Vi får tolv bænke.</p>"}, title="Bænke"))
    karen.post(address("skriv"), sent({0: "<p>Vi får femten bænke.</p>", 1: ["planen godkendes"]}))
    return karen


def test_each_version_has_its_who_and_why(karen, address, words):
    said = words(karen.get(address("versioner")))
    assert said.count("Karen Friis") >= 2
    assert said.count("Gemt") >= 2


def test_a_version_is_the_text_as_it_was(karen, address, words):
    said = words(karen.get(address("versioner/1")))
    assert "Vi får tolv bænke." in said
    assert "femten" not in said
    assert "Karen Friis" in said


def test_two_that_are_chosen_are_compared_word_by_word(karen, address):
    answer = karen.get(address("versioner"), {"fra": "2", "til": "1"})
    assert answer.url == address("versioner/1/2")
    page = karen.get(answer.url).content.decode()
    assert "<p>Vi får <del>tolv</del><ins>femten</ins> bænke.</p>" in page
    assert "<ins><p>planen godkendes</p></ins>" in page
    assert "<h2>Opfølgning</h2>" not in page


def test_the_head_is_compared_too(karen, address, sent):
    karen.post(address("skriv"), sent(title="Bænke og borde"))
    page = karen.get(address("versioner/2/3")).content.decode()
    assert "<del>Bænke</del>" in page
    assert "<ins>Bænke og borde</ins>" in page


def test_another_receiver_is_told_by_name_and_an_older_version_says_nothing_of_it(
    karen, address, sent, paper, lindevad, words
):
    karen.post(address("skriv"), sent(receiver=str(lindevad.cast.council.key)))
    page = words(karen.get(address("versioner/2/3")))
    assert "Til Havne- og Klimaudvalget Byrådet" in page
    old = paper.versions.get(number=2)
    del old.content["head"]["receiver"]
    old.save()
    assert "Byrådet" not in words(karen.get(address("versioner/2/3")))


@pytest.mark.parametrize("page", ["versioner/9", "versioner/1/9", "versioner?fra=x&til=1"])
def test_a_version_that_never_was_is_not_there(karen, address, page):
    assert karen.get(address(page)).status_code == 404


def test_a_version_of_what_one_may_not_see_is_not_there(karen, client_of, address):
    assert client_of("dan").get(address("versioner/1")).status_code == 404
    assert client_of("dan").get(address("versioner/1/2")).status_code == 404
