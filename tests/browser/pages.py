"""One address for every kind of page that a citizen can meet."""

MINUTES = "/moeder/byraadet/2025-08-27/referat/"
KINDS = {
    "front": "/",
    "bodies": "/moeder/",
    "body": "/moeder/byraadet/",
    "minutes": MINUTES,
    "agenda": "/moeder/byraadet/2025-08-27/dagsorden/",
    "old version": f"{MINUTES}version-1/",
    "changes": f"{MINUTES}version-2/aendringer",
    "item": f"{MINUTES}punkt-2",
    "closed item": f"{MINUTES}punkt-6",
    "attachment": f"{MINUTES}punkt-2/bilag-1",
    "paper": f"{MINUTES}punkt-2/bilag-2",
    "named attachment": f"{MINUTES}punkt-2/bilag-3",
    "nested minutes": f"{MINUTES}punkt-3/bilag-1",
    "case": "/sager/EMN-2025-004711",
    "search": "/soeg?q=bibliotek",
    "nothing found": "/soeg?q=enhjørningestald&aar=2025&fra=x",
    "about": "/om",
    "accessibility": "/tilgaengelighed",
    "English minutes": f"/en{MINUTES}",
    "English item": f"/en{MINUTES}punkt-2",
}
