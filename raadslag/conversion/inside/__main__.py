"""Does what the order in its folder says, and leaves an answer there."""

import traceback
from collections.abc import Callable
from pathlib import Path

from raadslag.conversion import orders
from raadslag.conversion.inside.finishing import finish
from raadslag.conversion.inside.recognition import recognise
from raadslag.conversion.office.cleaning import clean
from raadslag.conversion.orders import Answer, Made, Order, Outcome, Work
from raadslag.conversion.refusal import Unconvertible

WORKS: dict[Work, Callable[[bytes, Order], Made]] = {
    Work.CLEAN_OFFICE: clean,
    Work.FINISH: finish,
    Work.RECOGNISE: recognise,
}


def main(folder: Path) -> None:
    order = Order.from_json((folder / orders.ORDER).read_bytes())
    try:
        made = WORKS[order.work]((folder / orders.GIVEN).read_bytes(), order)
        answer = _left(folder, made)
    except Unconvertible as refusal:
        answer = Answer(Outcome.REFUSED, str(refusal))
    except (MemoryError, OSError):
        raise
    except Exception:
        answer = Answer(Outcome.FAULT, traceback.format_exc())
    (folder / orders.ANSWER).write_bytes(answer.to_json())


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


if __name__ == "__main__":
    main(Path.cwd())
