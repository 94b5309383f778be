"""Nothing that acts comes into a pack: no script, no launch, no hidden file. What only leads stays."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.writing.packs.papers import link, note, packed, saved, sheet

SCRIPT = {"/S": Name.JavaScript, "/JS": String("app.alert('hemmelig-kode')")}
LAUNCH = {"/S": Name.Launch, "/F": String("hemmelig-kode.exe")}


def all_bytes(pack: pikepdf.Pdf) -> bytes:
    """Everything in the pack, unpacked, except the record's own JSON."""
    file = BytesIO()
    pack.save(file, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file.getvalue()


def test_scripts_and_actions_are_gone_wherever_they_were(tmp_path):
    pdf = pikepdf.open(BytesIO(sheet(pages=2)))
    pdf.Root.OpenAction = Dictionary(SCRIPT)
    pdf.Root.AA = Dictionary(WC=Dictionary(SCRIPT))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), Dictionary(SCRIPT)])))
    page = pdf.pages[0].obj
    page.AA = Dictionary(O=Dictionary(SCRIPT))
    chained = link(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]), Next=Dictionary(SCRIPT))
    indirect = pdf.make_indirect(link(S=Name.Launch, F=String("hemmelig-kode.exe")))
    hovering = link(S=Name.URI, URI=String("https://lindevad.example"))
    hovering.AA = Dictionary(E=Dictionary(LAUNCH))
    sending = link(S=Name.SubmitForm, F=String("https://hemmelig-kode.example"))
    scheme = link(S=Name.URI, URI=String("javascript:hemmelig-kode"))
    outside = link(S=Name.GoToR, F=String("hemmelig-kode.pdf"), D=Array([0, Name.Fit]))
    page.Annots = Array([chained, indirect, hovering, sending, scheme, outside])
    pack = packed(tmp_path, saved(pdf))
    assert b"hemmelig-kode" not in all_bytes(pack)
    assert Name.OpenAction not in pack.Root
    kept = [each.A.S for each in pack.pages[1].obj.Annots if Name.A in each]
    assert kept == [Name.GoTo, Name.URI]


def test_form_fields_keep_their_look_and_lose_their_scripts_and_xfa(tmp_path):
    pdf = pikepdf.open(BytesIO(sheet()))
    look = pdf.make_stream(b"0 0 9 9 re f")
    look.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9])})
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("navn"), V=String("Clara"),
            Rect=Array([50, 50, 99, 70]), AA=Dictionary(K=Dictionary(SCRIPT)), AP=Dictionary(N=look),
        )
    )  # fmt: skip
    parent = pdf.make_indirect(
        Dictionary(T=String("alle"), Kids=Array([widget]), AA=Dictionary(C=Dictionary(SCRIPT)))
    )
    widget.Parent = parent
    pdf.pages[0].obj.Annots = Array([widget])
    xfa = pdf.make_stream(b"<xdp>hemmelig-kode</xdp>")
    pdf.Root.AcroForm = Dictionary(Fields=Array([parent]), XFA=xfa, CO=Array([widget]))
    pack = packed(tmp_path, saved(pdf))
    assert b"hemmelig-kode" not in all_bytes(pack)
    (field,) = pack.pages[1].obj.Annots
    assert str(field.V) == "Clara"
    assert field.AP.N.read_bytes().startswith(b"0 0 9 9 re f")


def test_a_signature_of_the_file_does_not_sign_the_pack(tmp_path):
    pdf = pikepdf.open(BytesIO(sheet()))
    signed = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("u"), Rect=Array([0, 0, 9, 9])
    )
    signed.V = Dictionary(Type=Name.Sig, Contents=String("hemmelig-kode"))
    widget = pdf.make_indirect(signed)
    pdf.pages[0].obj.Annots = Array([widget])
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), SigFlags=3)
    assert b"hemmelig-kode" not in all_bytes(packed(tmp_path, saved(pdf)))


def test_files_inside_an_attachment_are_left_out(tmp_path):
    pdf = pikepdf.open(BytesIO(note()))
    pdf.attachments["skjult.txt"] = b"hemmelig-kode"
    file = pdf.make_stream(b"hemmelig-kode")
    spec = Dictionary(Type=Name.Filespec, F=String("x"), EF=Dictionary(F=file))
    pdf.pages[0].obj.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=spec)]
    )
    pdf.pages[0].obj.AF = Array([pdf.make_indirect(Dictionary(spec))])
    pdf.pages[0].obj.PieceInfo = Dictionary(Word=Dictionary(Private=pdf.make_stream(b"hemmelig-kode")))
    pack = packed(tmp_path, saved(pdf))
    assert b"hemmelig-kode" not in all_bytes(pack)
    assert list(pack.attachments) == ["record.json"]


def test_an_attachment_cannot_pretend_to_be_a_link_of_the_minutes(tmp_path):
    pdf = pikepdf.open(BytesIO(sheet()))
    pdf.pages[0].obj.Annots = Array([link(S=Name.URI, URI=String("raadslag:bilag/0/0"))])
    pack = packed(tmp_path, saved(pdf))
    assert Name.A not in pack.pages[1].obj.Annots[0]
