"""Everything that is mailed: written from templates, kept in the outbox, handed over to the mail server."""
