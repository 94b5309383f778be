"""The outbox, and what each person wants by mail."""
