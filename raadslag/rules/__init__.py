"""What may be done when, by whom, and who may see what: plain values, with no database, clock or HTTP."""
