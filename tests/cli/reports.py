"""Invented reports, and the command line that they are given to."""

import json

from click.testing import CliRunner

from headwater.cli import main

FLOOD = "The flood at Lowmark killed {} people on Monday, Mayor Ana Ruiz said. {}"
ENDS = {
    "tern": ("The Daily Tern", "nine", "Boats carried bread to the mill quarter."),
    "mail": ("Quill Mail", "nine", "Engineers measured the dyke with poles and lines."),
    "post": ("The Lowmark Post", "31", "The railway to Quill Bay stays closed."),
}


def report(name, place):
    outlet, toll, end = ENDS[name]
    return {
        "id": name,
        "title": "Flood at Lowmark",
        "text": FLOOD.format(toll, end),
        "source": outlet,
        "url": f"https://{name}.example/flood",
        "published": f"2031-05-1{place}",
    }


GOAT = {
    "id": "goat",
    "title": "Goat wins chess cup of Hask",
    "text": "A goat won the chess cup of Hask. “Nobody saw it move,” said Bo Lindqvist, the referee.",
    "source": "The Hask Gazette",
    "published": "2031-06-01",
}
ROWS = [*(report(name, place) for place, name in enumerate(ENDS)), GOAT]


def headwater(*arguments, given=None, env=None):
    return CliRunner().invoke(main, [str(each) for each in arguments], input=given, env=env)


def rows_of(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
