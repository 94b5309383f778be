"""Saving while somebody writes, which is asked for more often than anything else on the desk."""

import pytest

TEXT = {0: "<p>Muren skal hæves.</p>"}


@pytest.mark.parametrize("name", ["dan", "bo", "anna", "mette"])
def test_one_who_does_not_see_the_draft_is_told_that_it_is_not_there_and_saves_nothing(
    client_of, paper, address, sent, name
):
    for form in (sent(TEXT), sent(TEXT, title="Mur"), {}):
        assert client_of(name).post(address("skriv/gem"), form).status_code == 404
    paper.refresh_from_db()
    assert (paper.revision, paper.title) == (0, "Højvandsmur")


def test_one_who_is_shut_out_while_writing_saves_no_more(client_of, lindevad, paper, address, sent):
    karen = client_of("karen")
    assert karen.post(address("skriv/gem"), sent(TEXT)).status_code == 200
    lindevad.shut_out("karen", paper=paper)
    assert karen.post(address("skriv/gem"), sent({0: "<p>Mere</p>"})).status_code == 404
    assert paper.sections.first().content == TEXT[0]


def test_a_save_asks_the_database_no_more_than_it_must(
    client_of, paper, address, sent, django_assert_max_num_queries
):
    karen = client_of("karen")
    assert karen.post(address("skriv/gem"), sent(TEXT)).status_code == 200
    form = sent({0: "<p>Muren skal hæves nu.</p>"})
    with django_assert_max_num_queries(18):
        assert karen.post(address("skriv/gem"), form).status_code == 200
