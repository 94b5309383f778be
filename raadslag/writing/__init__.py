"""Meeting records become documents. Knows `record` and nothing else of ours."""
