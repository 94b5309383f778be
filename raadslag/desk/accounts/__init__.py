"""Who comes in: by password and code or by the municipality's own provider, for how long, and whom to ask."""
