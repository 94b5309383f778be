"""`python -m demo.desk` fills the desk that the environment names, unless there is somebody in it."""

import tomllib
from importlib import import_module

from demo.source import LINDEVAD

PASSWORD = "lindevad-viser-rundt"


def main() -> None:
    """People, bodies and the year; papers, each moved by the people who would have moved it; and agendas."""
    import_module("config.start")
    people, year, papers, agenda = (
        import_module(f"demo.desk.{name}") for name in ("people", "year", "papers", "agenda")
    )
    if people.somebody_is_there():
        print("Skrivebordet er fyldt i forvejen.")
    else:
        source = tomllib.loads((LINDEVAD / "skrivebord.toml").read_text(encoding="utf-8"))
        cast = people.load(source, PASSWORD)
        year.load(source, cast)
        papers.load(source, cast)
        agenda.load(cast)
    print(f"Log ind på /skrivebord/ med kodeordet {PASSWORD} som en af disse:")
    for line in people.who_can_log_in():
        print(f"    {line}")


if __name__ == "__main__":
    main()
