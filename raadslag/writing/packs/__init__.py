"""Packs: minutes or an agenda followed by every attachment, in one PDF."""

from raadslag.writing.packs.binding import PackError, pack
from raadslag.writing.packs.intake import CannotInclude
from raadslag.writing.packs.matching import Matches, match_files
from raadslag.writing.packs.page_plan import PagePlan, kept, plan

__all__ = ["CannotInclude", "Matches", "PackError", "PagePlan", "kept", "match_files", "pack", "plan"]
