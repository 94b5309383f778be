"""Work on a file by our own program, within a sandbox."""

import sys
from pathlib import Path

from raadslag.conversion import orders
from raadslag.conversion.limits import Limits
from raadslag.conversion.orders import Answer, Enclosed, Made, Order, Outcome, Work
from raadslag.conversion.refusal import ConverterFault, TryAgain, Unconvertible
from raadslag.conversion.sandbox import CRASHED, Sandbox

PROGRAMS = {
    Work.CLEAN_OFFICE: "raadslag.conversion.inside.office",
    Work.FINISH: "raadslag.conversion.inside.finishing",
    Work.RECOGNISE: "raadslag.conversion.inside.recognition",
}
OWN_FAULT = (
    "Filen kan ikke omdannes på grund af en fejl i Rådslag; "
    "gem den som PDF, og læg den op i stedet, og sig det til dem, der driver Rådslag."
)


def done(order: Order, data: bytes, limits: Limits, folder: Path | None) -> Made:
    """What the program makes of a file. Raises Unconvertible and TryAgain."""
    with Sandbox(limits, folder) as sandbox:
        sandbox.put(orders.ORDER, order.to_json())
        sandbox.put(orders.GIVEN, data)
        seconds = limits.seconds + limits.page_seconds * len(order.pages)
        ended = sandbox.run((sys.executable, "-s", "-m", PROGRAMS[order.work]), seconds=seconds)
        answer = _answer(sandbox.take(orders.ANSWER))
        if answer is None:
            raise ended.failure() from ConverterFault(ended.complaints)
        if answer.outcome is Outcome.REFUSED:
            raise Unconvertible(answer.words)
        if answer.outcome is Outcome.FAULT:
            raise Unconvertible(OWN_FAULT) from ConverterFault(answer.words)
        return Made(
            data=_taken(sandbox, orders.MADE),
            findings=answer.findings,
            texts=answer.texts,
            pictures=answer.pictures,
            enclosed=tuple(
                Enclosed(name, _taken(sandbox, orders.part(at))) for at, name in enumerate(answer.enclosed)
            ),
        )


def _answer(text: bytes | None) -> Answer | None:
    try:
        return Answer.from_json(text or b"")
    except (ValueError, KeyError, TypeError):
        return None


def _taken(sandbox: Sandbox, name: str) -> bytes:
    data = sandbox.take(name)
    if data is None:
        raise TryAgain(CRASHED)
    return data
