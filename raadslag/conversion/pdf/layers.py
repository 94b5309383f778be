"""A PDF's layers: what is hidden when it is opened is taken out, with its content."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.pdf.content import Sieve
from raadslag.conversion.pdf.keys import text

DEEPEST_EXPRESSION = 20


class Layers:
    """The layers of a document, by whether they are seen as it is opened."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        properties = pdf.Root.get(Name.OCProperties)
        self._properties = properties if isinstance(properties, Dictionary) else Dictionary()
        self._off = {group.objgen: group for group in self._hidden()}

    def hide(self, owner: Object | None) -> bool:
        """Whether what belongs to a layer, or to several by a rule, is hidden."""
        if not isinstance(owner, Dictionary):
            return False
        if owner.get(Name.Type) != Name.OCMD:
            return owner.objgen in self._off
        expression = owner.get(Name.VE)
        if isinstance(expression, Array):
            return not self._holds(expression, DEEPEST_EXPRESSION)
        return not self._allows(owner)

    def removed(self) -> list[Finding]:
        """Take out all that is hidden, in place, and tell of it. What is seen stays, in no layer."""
        hidden = [each for each in self._owners() if self.hide(each)]
        if not hidden:
            return []
        sieve = Sieve(self.hide, self._named())
        for page in self._pdf.pages:
            sieve.page(self._pdf, page)
        for each in self._pdf.objects:
            if isinstance(each, Stream) and _draws(each):
                sieve.form(each)
        for key in (Name.StructTreeRoot, Name.MarkInfo):  # the tags repeat the words
            if key in self._pdf.Root:
                del self._pdf.Root[key]
        names = tuple(text(group.get(Name.Name)) for group in self._off.values())
        return [Finding(What.HIDDEN_LAYER, len(names) or len(hidden), tuple(filter(None, names)))]

    def _owners(self) -> Iterator[Object]:
        """The layers, and the rules over several."""
        if not self._properties.keys():
            return
        for each in self._pdf.objects:
            if isinstance(each, Dictionary) and each.get(Name.Type) in (Name.OCG, Name.OCMD):
                yield each

    def _hidden(self) -> Iterator[Object]:
        usual = self._properties.get(Name.D)
        usual = usual if isinstance(usual, Dictionary) else Dictionary()
        everyone = _dictionaries(self._properties.get(Name.OCGs))
        if usual.get(Name.BaseState) == Name.OFF:
            shown = {group.objgen for group in _dictionaries(usual.get(Name.ON))}
            yield from (group for group in everyone if group.objgen not in shown)
        yield from _dictionaries(usual.get(Name.OFF))
        for rule in _dictionaries(usual.get(Name.AS)):
            if rule.get(Name.Event) == Name.View:
                yield from (group for group in _dictionaries(rule.get(Name.OCGs)) if _is_off_to_view(group))

    def _allows(self, owner: Object) -> bool:
        """Whether a membership's policy lets its content be seen."""
        groups = owner.get(Name.OCGs)
        listed = [groups] if isinstance(groups, Dictionary) else _dictionaries(groups)
        if not listed:
            return True
        off = [group.objgen in self._off for group in listed]
        match owner.get(Name.P):
            case Name.AllOn:
                return not any(off)
            case Name.AnyOff:
                return any(off)
            case Name.AllOff:
                return all(off)
        return not all(off)

    def _holds(self, expression: Object, deepest: int) -> bool:
        """Whether a visibility expression, a layer or [/And …], [/Or …], [/Not …], comes out true."""
        if isinstance(expression, Dictionary):
            return expression.objgen not in self._off
        if not isinstance(expression, Array) or not len(expression) or not deepest:
            return True
        word, *rest = expression
        truths = [self._holds(each, deepest - 1) for each in rest]
        if word == Name.Not:
            return not all(truths)
        return any(truths) if word == Name.Or else all(truths)

    def _named(self) -> dict[str, Object]:
        """The layers by the names that pages have for them, hidden ones first: for forms without names."""
        named: dict[str, Object] = {}
        for page in self._pdf.pages:
            properties = page.resources.get(Name.Properties)
            for name, owner in properties.items() if isinstance(properties, Dictionary) else ():
                if name not in named or self.hide(owner):
                    named[name] = owner
        return named


def _dictionaries(listed: Object | None) -> list[Object]:
    return [each for each in listed if isinstance(each, Dictionary)] if isinstance(listed, Array) else []


def _is_off_to_view(group: Object) -> bool:
    usage = group.get(Name.Usage)
    view = usage.get(Name.View) if isinstance(usage, Dictionary) else None
    return isinstance(view, Dictionary) and view.get(Name.ViewState) == Name.OFF


def _draws(stream: Object) -> bool:
    """Whether the stream holds drawing: a form, or a pattern."""
    return stream.get(Name.Subtype) == Name.Form or stream.get(Name.PatternType) == 1
