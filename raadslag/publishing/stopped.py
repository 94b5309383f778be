"""What stops a publication."""

from raadslag.publishing.finding import Finding, Severity


class PublicationStopped(Exception):
    """The guard found what must not get out; nothing was published.

    The message says what and where in Danish, without what was found: `in_full` is for those who may see
    what is closed. `findings` are those that stop it, `waivable` those that a second person may answer for.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(finding.sentence for finding in findings))
        self.findings = findings

    @property
    def in_full(self) -> str:
        return " ".join(finding.in_full for finding in self.findings)

    @property
    def waivable(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.severity is Severity.STOPS)
