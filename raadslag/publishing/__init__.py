"""The one door from the desk to the public: redact, render, look through, freeze, tell the search.

And back: what is withdrawn is gone from the site, the search and the store.
"""

from raadslag.publishing.finding import Finding, Kind, Place, Severity, Waiver
from raadslag.publishing.freezing import News, Published
from raadslag.publishing.house import House
from raadslag.publishing.meetings import IncompleteRecord
from raadslag.publishing.plan import PublishedPlanNews, UnfitPlan, publish_plan
from raadslag.publishing.publish import OfAgenda, examine, publish
from raadslag.publishing.stopped import PublicationStopped
from raadslag.publishing.withdrawing import CannotWithdraw, Withdrawn, withdraw, withdraw_attachment

__all__ = [
    "CannotWithdraw",
    "Finding",
    "House",
    "IncompleteRecord",
    "Kind",
    "News",
    "OfAgenda",
    "Place",
    "PublicationStopped",
    "Published",
    "PublishedPlanNews",
    "Severity",
    "UnfitPlan",
    "Waiver",
    "Withdrawn",
    "examine",
    "publish",
    "publish_plan",
    "withdraw",
    "withdraw_attachment",
]
