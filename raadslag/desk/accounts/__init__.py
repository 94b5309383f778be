"""Who comes in: log-in by password and code or by the municipality's own provider, sessions, one-time links."""
