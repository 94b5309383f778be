"""Does what the order in its folder says, and leaves an answer there."""

import traceback
from collections.abc import Callable
from pathlib import Path

from raadslag.conversion import orders
from raadslag.conversion.orders import Answer, Made, Order, Outcome
from raadslag.conversion.refusal import Unconvertible


def answer(work: Callable[[bytes, Order], Made], folder: Path | None = None) -> None:
    """Do the work on the file that is given in the folder, by default where the program runs."""
    here = folder or Path.cwd()
    order = Order.from_json((here / orders.ORDER).read_bytes())
    try:
        told = _left(here, work((here / orders.GIVEN).read_bytes(), order))
    except Unconvertible as refusal:
        told = Answer(Outcome.REFUSED, str(refusal))
    except (MemoryError, OSError):
        raise  # of the machine rather than of the file: no answer, and the work may be tried again
    except Exception:
        told = Answer(Outcome.FAULT, traceback.format_exc())
    (here / orders.ANSWER).write_bytes(told.to_json())


def _left(folder: Path, made: Made) -> Answer:
    (folder / orders.MADE).write_bytes(made.data)
    for at, enclosed in enumerate(made.enclosed):
        (folder / orders.part(at)).write_bytes(enclosed.data)
    return Answer(
        Outcome.MADE,
        findings=made.findings,
        texts=made.texts,
        pictures=made.pictures,
        enclosed=tuple(each.name for each in made.enclosed),
    )
