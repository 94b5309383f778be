"""Documents become meeting records, and nothing is dropped in silence. Knows `record` alone of ours."""
