"""Bodies and the year: who sits where, when they meet, what is due, and what the year brings."""
