"""An office file without what is not to be seen, for LibreOffice to print."""

from collections.abc import Callable, Iterator

from raadslag.conversion.finding import Finding, gathered
from raadslag.conversion.inside.answering import answer
from raadslag.conversion.kind import Kind
from raadslag.conversion.office import docx, odf, pptx, xlsx
from raadslag.conversion.office.package import Package
from raadslag.conversion.orders import Made, Order

CLEANERS: dict[Kind, Callable[[Package, str], Iterator[Finding]]] = {
    Kind.DOCX: docx.clean,
    Kind.XLSX: xlsx.clean,
    Kind.PPTX: pptx.clean,
    **dict.fromkeys((Kind.ODT, Kind.ODS, Kind.ODP), odf.clean),
}


def clean(data: bytes, order: Order) -> Made:
    """The file as it is to be printed, and what was found in it. Raises Unconvertible."""
    package = Package(data)
    findings = gathered(CLEANERS[order.kind](package, order.name))
    return Made(package.packed(), findings)


if __name__ == "__main__":
    answer(clean)
