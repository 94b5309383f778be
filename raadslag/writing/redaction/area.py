"""A box on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A box on the page with that number, from 1: points from the page's own lower left corner, unturned."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in the box."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def meets(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether anything of that box is in this one."""
        return left < self.right and self.left < right and bottom < self.top and self.bottom < top

    def is_within(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether all of this box is in that one."""
        return left <= self.left and right >= self.right and bottom <= self.bottom and top >= self.top
