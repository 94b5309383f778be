"""The one door from the desk to the public: redact, render, look through, freeze, tell the search."""

from raadslag.publishing.freezing import News, Published
from raadslag.publishing.guard import Finding
from raadslag.publishing.meetings import IncompleteRecord
from raadslag.publishing.plan import PublishedPlanNews, UnfitPlan, publish_plan
from raadslag.publishing.publish import PublicationStopped, publish

__all__ = [
    "Finding",
    "IncompleteRecord",
    "News",
    "PublicationStopped",
    "Published",
    "PublishedPlanNews",
    "UnfitPlan",
    "publish",
    "publish_plan",
]
