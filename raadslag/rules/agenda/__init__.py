"""What an agenda goes by: the order and numbers of its items, its times, and what stands on a condition."""
