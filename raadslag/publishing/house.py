"""What the guard is told of the municipality: what is its own, and what its templates say."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class House:
    """The municipality's own. Nothing here is a secret.

    `phones` are its numbers, or how they begin ("8940"); `mail_domains` its domains; `addresses` its
    own ("Rådhuspladsen 2, 8000 Aarhus C"). `guidance` are texts of templates that must not be printed;
    `phrases` standard wordings, which an open and a closed item may share.
    `wants_every_attachment` is for what is made here: an old document may name files that nobody has.
    """

    phones: frozenset[str] = field(default_factory=frozenset)
    mail_domains: frozenset[str] = field(default_factory=frozenset)
    addresses: frozenset[str] = field(default_factory=frozenset)
    guidance: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    wants_every_attachment: bool = False
