"""PDFs with what no public copy may have, written object by object, for the tests."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

SEEN = "Synligt indhold"
LEFT_OVER = "Efterladenskab"
# each is somewhere in the PDF that has everything, and may be nowhere in the public copy
SECRETS = {
    "script": "app.alert('Skriptord')",
    "script in a page": "Sideskript",
    "script at a link": "Linkskript",
    "script at a bookmark": "Bogmaerkeskript",
    "launched program": "startes.exe",
    "embedded file": "Indlejret indhold",
    "embedded file's name": "vedlagt-navn.txt",
    "comment": "Kommentarens tekst",
    "commenter": "Kommentator Kim",
    "hidden layer": "Skjult lag med tekst",
    "hidden layer's name": "Lagets navn",
    "image of a hidden layer": "Skjultbillede",
    "tag of a hidden layer": "Maerkets ord",
    "author": "Forfatter Frida",
    "XMP": "Xmp-forfatter",
    "private data": "Privat notat",
    "hidden annotation": "Skjult stempel",
    "form script": "Feltskript",
    "earlier version": LEFT_OVER,
    "camera": "Kameraejer",
}
A4 = Array([0, 0, 595, 842])


def plain(*pages: str) -> bytes:
    """A PDF with a text on each page."""
    pdf = pikepdf.new()
    for text in pages or (SEEN,):
        _page(pdf, _words(text))
    return _bytes(pdf)


def with_everything() -> bytes:
    """A PDF with scripts, a hidden layer, comments, files, forms, its makers and an earlier version."""
    pdf = pikepdf.new()
    hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRETS["hidden layer's name"])))
    shown = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Grundkort")))
    page = _page(
        pdf,
        _words(SEEN)
        + b"/OC /L0 BDC "
        + _words("Vises i et lag", 700)
        + b"EMC "
        + b"/OC /L1 BDC /Span <</ActualText ("
        + SECRETS["tag of a hidden layer"].encode()
        + b")>> BDC "
        + _words(SECRETS["hidden layer"], 600)
        + b"/Hidden Do EMC EMC "
        + b"q 100 0 0 75 400 600 cm /Photo Do Q ",
    )
    page.Resources.Properties = Dictionary(L0=shown, L1=hidden)
    page.Resources.XObject = Dictionary(Hidden=_image(pdf, hidden), Photo=_photo(pdf))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([shown, hidden]), D=Dictionary(ON=Array([shown]), OFF=Array([hidden]))
    )
    page.Annots = Array([*_links(pdf), *_notes(pdf), _field(pdf)])
    page.AA = Dictionary(O=_script(SECRETS["script in a page"]))
    page.PieceInfo = Dictionary(Adobe=Dictionary(Private=String(SECRETS["private data"])))
    page.Thumb = pdf.make_stream(b"\0", Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
    pdf.Root.OpenAction = _script(SECRETS["script"])
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), _script(SECRETS["script"])])))
    pdf.attachments[SECRETS["embedded file's name"]] = SECRETS["embedded file"].encode()
    pdf.Root.AcroForm = Dictionary(Fields=Array([page.Annots[-1]]), XFA=String("<xfa/>"))
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Første side", 0))
    pdf.Root.Outlines.First.A = _script(SECRETS["script at a bookmark"])
    pdf.docinfo[Name.Author] = SECRETS["author"]
    pdf.Root.Metadata = pdf.make_stream(
        f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRETS['XMP']}</x:xmpmeta>".encode(),
        Type=Name.Metadata,
        Subtype=Name.XML,
    )
    pdf.Root.StructTreeRoot = Dictionary(
        Type=Name.StructTreeRoot,
        K=Dictionary(
            Type=Name.StructElem,
            S=Name.P,
            ActualText=String(SECRETS["tag of a hidden layer"]),
            K=Dictionary(Type=Name.OBJR, Obj=page.Annots[2]),
        ),
    )
    return _with_an_earlier_version(_bytes(pdf))


def with_layers(state: Dictionary, *, rule: Dictionary | None = None) -> bytes:
    """A PDF whose one layer says "Lagets tekst"; `state` is how layers are shown, less the layer itself."""
    pdf = pikepdf.new()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lag")))
    page = _page(pdf, _words(SEEN) + b"/OC /L BDC " + _words("Lagets tekst", 600) + b"EMC ")
    owner = (
        layer if rule is None else pdf.make_indirect(Dictionary(**rule, Type=Name.OCMD, OCGs=Array([layer])))
    )
    page.Resources.Properties = Dictionary(L=owner)
    for key in list(state.keys()):
        if isinstance(state[key], Array):
            state[key] = Array([layer])
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=state)
    return _bytes(pdf)


def with_unseen_text(*, covered: bool = False) -> bytes:
    """A PDF with a text in white on white, or under a black box."""
    pdf = pikepdf.new()
    colour = b"0 g " if covered else b"1 g "
    box = b"0 g 60 595 400 30 re f " if covered else b""
    _page(pdf, _words(SEEN) + b"q " + colour + _words("010203-4567 Usynlig", 600) + box + b"Q ")
    return _bytes(pdf)


def with_black_box() -> bytes:
    """A PDF where somebody drew a black box over a name, as an annotation."""
    pdf = pikepdf.new()
    page = _page(pdf, _words(SEEN) + _words("Navnet bagved", 600))
    box = _form(pdf, b"0 g 0 0 300 40 re f", 300, 40)
    page.Annots = Array(
        [_annotation(pdf, "Square", [60, 590, 360, 630], Contents=String("Slettes"), AP=Dictionary(N=box))]
    )
    return _bytes(pdf)


def locked(*, user: str) -> bytes:
    """A PDF that only the owner may change; with a `user`, one that nobody else can open."""
    pdf = pikepdf.open(BytesIO(plain()))
    out = BytesIO()
    pdf.save(
        out, encryption=pikepdf.Encryption(owner="ejer", user=user, allow=pikepdf.Permissions(extract=False))
    )
    return out.getvalue()


def bomb() -> bytes:
    """A small PDF whose page unpacks to hundreds of megabytes."""
    pdf = pikepdf.new()
    page = _page(pdf, b"")
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(b"0 0 m 1 1 l S\n" * 100_000) for _ in range(300)) + packer.flush()
    page.Contents = pikepdf.Stream(pdf, zlib.compress(packed))
    page.Contents.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    return _bytes(pdf)


def of_pictures(*pictures: Image.Image) -> bytes:
    """A PDF whose pages are pictures, as a scanner makes it."""
    out = BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=150)
    return out.getvalue()


def _page(pdf: pikepdf.Pdf, content: bytes) -> Dictionary:
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page = Dictionary(
        Type=Name.Page,
        MediaBox=A4,
        Contents=pdf.make_stream(content),
        Resources=Dictionary(Font=Dictionary(F=pdf.make_indirect(font))),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf.pages[-1].obj


def _words(text: str, height: int = 780) -> bytes:
    return b"BT /F 14 Tf 60 %d Td (" % height + text.encode("cp1252") + b") Tj ET "


def _script(words: str) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(words))


def _annotation(pdf: pikepdf.Pdf, kind: str, place: list[int], **more: object) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array(place), F=4, **more)
    )


def _links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    web = Dictionary(
        S=Name.URI, URI=String("https://lindevad.example/"), Next=_script(SECRETS["script at a link"])
    )
    program = Dictionary(S=Name.Launch, F=String(SECRETS["launched program"]))
    return [
        _annotation(pdf, "Link", [60, 500, 200, 520], A=web),
        _annotation(pdf, "Link", [60, 470, 200, 490], A=program),
    ]


def _notes(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    stamp = _form(pdf, b"BT /F 14 Tf 5 5 Td (Stempel) Tj ET", 100, 20)
    unseen = _form(pdf, b"BT /F 14 Tf 5 5 Td (" + SECRETS["hidden annotation"].encode() + b") Tj ET", 100, 20)
    note = _annotation(
        pdf,
        "Text",
        [300, 500, 320, 520],
        Contents=String(SECRETS["comment"]),
        T=String(SECRETS["commenter"]),
    )
    hidden = _annotation(pdf, "Stamp", [300, 400, 400, 420], AP=Dictionary(N=unseen))
    hidden.F = 2
    return [note, _annotation(pdf, "Stamp", [300, 450, 400, 470], AP=Dictionary(N=stamp)), hidden]


def _field(pdf: pikepdf.Pdf) -> pikepdf.Object:
    shown = _form(pdf, b"/Tx BMC BT /F 14 Tf 2 5 Td (Feltets svar) Tj ET EMC", 200, 20)
    return _annotation(
        pdf,
        "Widget",
        [60, 400, 260, 420],
        FT=Name.Tx,
        T=String("felt"),
        V=String("Feltets svar"),
        AP=Dictionary(N=shown),
        AA=Dictionary(K=_script(SECRETS["form script"])),
    )


def _form(pdf: pikepdf.Pdf, content: bytes, width: int, height: int) -> Stream:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return pdf.make_stream(
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, width, height]),
        Resources=Dictionary(Font=Dictionary(F=font)),
    )


def _image(pdf: pikepdf.Pdf, layer: pikepdf.Object) -> Stream:
    data = SECRETS["image of a hidden layer"].encode()
    return pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=len(data),
        Height=1,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
        OC=layer,
    )


def _photo(pdf: pikepdf.Pdf) -> Stream:
    exif = Image.Exif()
    exif[0xA430] = SECRETS["camera"]
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG", exif=exif)
    return pdf.make_stream(
        out.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=40,
        Height=30,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )


def _with_an_earlier_version(data: bytes) -> bytes:
    """The PDF with what an incremental update leaves behind: an object that nothing leads to any more."""
    at = data.rindex(b"startxref")
    return data[:at] + f"9999 0 obj ({LEFT_OVER}) endobj\n".encode() + data[at:]


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        deterministic_id=True,
        fix_metadata_version=False,
        compress_streams=False,
    )
    return out.getvalue()


def with_layer_in_a_form() -> bytes:
    """A PDF with a hidden layer within a form that is drawn by a form."""
    pdf = pikepdf.new()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lag")))
    page = _page(pdf, _words(SEEN) + b"/Outer Do ")
    inner = _form(
        pdf, _words("Formens tekst", 700) + b"/OC /L BDC " + _words("Lagets tekst", 600) + b"EMC", 595, 842
    )
    inner.Resources.Properties = Dictionary(L=layer)
    outer = _form(pdf, b"/Inner Do", 595, 842)
    outer.Resources.XObject = Dictionary(Inner=inner)
    page.Resources.XObject = Dictionary(Outer=outer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return _bytes(pdf)


def with_a_picture_shared() -> bytes:
    """A PDF whose pages share their resources, a picture among them, which a layer hides on the first."""
    pdf = pikepdf.new()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lag")))
    first = _page(pdf, _words(SEEN) + b"/OC /L BDC q 99 0 0 99 60 60 cm /Picture Do Q EMC")
    second = _page(pdf, _words(SEEN) + b"q 99 0 0 99 60 60 cm /Picture Do Q")
    first.Resources.Properties = Dictionary(L=layer)
    first.Resources.XObject = Dictionary(Picture=_photo(pdf))
    second.Resources = first.Resources = pdf.make_indirect(first.Resources)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return _bytes(pdf)


def with_text_beside_the_page() -> bytes:
    """A PDF with a text that lies to the right of the paper."""
    pdf = pikepdf.new()
    _page(pdf, _words(SEEN) + b"q 1 0 0 1 900 0 cm " + _words("Uden for papiret") + b"Q ")
    return _bytes(pdf)


def turned(degrees: int) -> bytes:
    """A PDF whose page lies on its side or its head."""
    pdf = pikepdf.open(BytesIO(plain()))
    pdf.pages[0].obj.Rotate = degrees
    pdf.pages[0].obj.CropBox = Array([20, 30, 575, 820])
    return _bytes(pdf)


def with_white_on_black() -> bytes:
    """A PDF with the head of a table in white upon black."""
    pdf = pikepdf.new()
    _page(pdf, b"0 g 50 590 300 40 re f 1 g " + _words("Konto og budget", 600))
    return _bytes(pdf)


def with_logo(picture: Image.Image) -> bytes:
    """A PDF with a small picture and nothing else."""
    return _with_picture(picture, b"q 80 0 0 80 60 700 cm /Picture Do Q")


def of_a_stamped_picture(picture: Image.Image) -> bytes:
    """A scanned page that a program has stamped."""
    return _with_picture(picture, b"q 595 0 0 842 0 0 cm /Picture Do Q " + _words("Punkt 3, bilag 2", 820))


def _with_picture(picture: Image.Image, content: bytes) -> bytes:
    pdf = pikepdf.new()
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG")
    page = _page(pdf, content)
    page.Resources.XObject = Dictionary(
        Picture=pdf.make_stream(
            out.getvalue(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=picture.width,
            Height=picture.height,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
            Filter=Name.DCTDecode,
        )
    )
    return _bytes(pdf)


def with_pages_after(first: bytes, second: bytes) -> bytes:
    """The pages of one PDF after those of another."""
    pdf, other = pikepdf.open(BytesIO(first)), pikepdf.open(BytesIO(second))
    pdf.pages.extend(other.pages)
    return _bytes(pdf)


def with_unshown_value(*, asks_to_be_drawn: bool) -> bytes:
    """A PDF whose form has an answer that no appearance shows, as programs fill forms."""
    pdf = pikepdf.new()
    page = _page(pdf, _words(SEEN))
    field = _annotation(
        pdf,
        "Widget",
        [60, 400, 300, 420],
        FT=Name.Tx,
        T=String("navn"),
        V=String("Åse Rødgrød – 12 €"),
        DA=String("/Helv 12 Tf 0 g"),
    )
    page.Annots = Array([field])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]), DR=Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font)))
    )
    if asks_to_be_drawn:
        pdf.Root.AcroForm.NeedAppearances = True
    return _bytes(pdf)
