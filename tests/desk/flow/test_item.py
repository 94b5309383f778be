"""The page of an item."""


def test_an_item_shows_its_papers_attachments_and_its_own(flow, client_of, models):
    item = flow.placed().items.get()
    flow.attachment(paper=item.paper)
    own = flow.attachment(item=item)
    models.Attachment.objects.filter(pk=own.pk).update(title="Fuldmagt")
    anna, address = client_of("anna"), f"/skrivebord/punkter/{item.key}/"
    page = anna.get(address).content.decode()
    for words in ("Notat", "Fuldmagt", "Punktets egne bilag"):
        assert words in page
    assert page.count('id="bilag"') == 1
    own.part, own.closed_ground = "closed", "Forhandling"
    own.save()
    flow.shut_out("karen", item=item)
    assert client_of("karen").get(address).status_code == 404
    models.Attachment.objects.filter(pk=own.pk).update(removed_at=flow.now)
    assert "Punktets egne bilag" not in anna.get(address).content.decode()
