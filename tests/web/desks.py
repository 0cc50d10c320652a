"""A small desk of invented reports, served in this process: two readings of one collapse, a reprint, and another event."""

import json

from headwater.api import Limits, Rate, Served
from headwater.api.application import application
from headwater.api.tokens import TokenKey
from headwater.desk import open_desk
from headwater.web import mount_pages

TOKEN = "hw_" + "A" * 43
HOME = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}
"""What a browser sends with a form of our own pages."""

DISPATCH = (
    "Nine people died when the footbridge at Tolvane fell into the Marrow river on Monday, police said. "
    "“The cables had been checked in March,” said Mayor Ilse Brandt. The bridge was built in 1931. "
    "Rescue boats from three towns searched the water until dusk. Ferries will carry people across from Wednesday."
)
ROWS = (
    {
        "id": "wire",
        "title": "Footbridge falls into the Marrow at Tolvane",
        "source": "Tolvane Courier",
        "published": "2031-05-12T09:00:00Z",
        "url": "https://courier.example/bridge",
        "text": DISPATCH,
    },
    {
        "id": "copy",
        "title": "Footbridge falls into the Marrow at Tolvane",
        "source": "Marrow Mail",
        "published": "2031-05-12T11:00:00Z",
        "url": "https://mail.example/bridge",
        "text": f"{DISPATCH} More follows.",
    },
    {
        "id": "other",
        "title": "Tolvane footbridge falls into the Marrow river",
        "source": "Upland Herald",
        "published": "2031-05-12T08:30:00Z",
        "url": "https://herald.example/tolvane",
        "text": (
            "A footbridge in Tolvane has gone down with the evening crowd on it. Twelve people died when the "
            "footbridge fell, the hospital of the town said. “Nobody had looked at the cables for "
            "years,” said engineer Tomas Rehn. Mayor Ilse Brandt denied that anybody had been careless. "
            "Divers went down twice, and the army sent two helicopters with lamps. The market on the quay stayed shut."
        ),
    },
    {
        "id": "prize",
        "title": "Pottery prize goes to a baker from Quenby",
        "source": "Upland Herald",
        "published": "2031-05-10",
        "url": "https://herald.example/prize",
        "text": (
            "The pottery prize of the Quenby fair went to the baker Odo Lindqvist on Saturday. The jury praised a blue jug. "
            "“I make bread in the morning and pots at night,” Lindqvist said. Second place went to a school class from Arle."
        ),
    },
)


def filled(path, rows=ROWS):
    """Fill a desk with rows of ready articles."""
    file = path.with_suffix(".jsonl")
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with open_desk(path, write=True) as desk:
        list(desk.add([str(file)]))
    return path


def later(desk_file, name, text, **more):
    """Write one more report beside a desk; return its file."""
    file = desk_file.with_name(f"{name}.jsonl")
    row = {"id": name, "title": text.split(".", 1)[0], "source": f"The {name.title()}", "text": text, **more}
    file.write_text(json.dumps({"published": "2031-05-12T19:00:00Z"} | row), "utf-8")
    return file


def served(path, *, writable=True, seconds=5.0):
    """Return all that is served of a desk, guards included, and the desk; a correction waits so long for another writer."""
    desk = open_desk(path)
    key = TokenKey.of(TOKEN) if writable else None
    plenty = Rate(burst=10**6, per_second=10**6)
    limits = Limits(writer_seconds=seconds, reads=plenty, writes=plenty)
    what = Served(path=path, desk=desk, key=key, hosts=("testserver",), limits=limits)
    return application(what, pages=mount_pages), desk


def sign_in(client):
    """Give the write token as somebody at a browser would."""
    form = client.get("/sign-in").text
    return send(client, "/sign-in", token=hidden(form, "token"), write_token=TOKEN)


def send(client, path, **fields):
    """Send a form of our own pages; return the page that it leads to."""
    return client.post(path, data=fields, headers=HOME)


def hidden(page, name):
    """Return the value of a hidden field of a page."""
    return page.split(f'name="{name}" value="', 1)[1].split('"', 1)[0]
