"""Papers on their way: the paper's page, its moves, pen, route and hearings, the lists and the pool."""
