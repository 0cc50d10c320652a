"""Invented reports that specifications of the desk add, and who decides about them."""

from functools import partial

from headwater.model import correction

MADE = "2031-05-03T10:00:00Z"
decide = partial(correction, person="Ana", made=MADE)

FERRY = (
    "The ferry Linnet sank off Port Sallow on Friday with 40 people on board, the harbour master of Port Sallow said. "
    "Nine people died when the ferry Linnet went down near the lighthouse of Port Sallow. "
    "“The ferry was too full,” said Ana Ruiz, the harbour master."
)
FERRY_OTHERWISE = (
    "Rescuers searched the water off Port Sallow through the night after the ferry Linnet sank near the lighthouse. "
    "Twelve people died when the ferry Linnet went down near the lighthouse of Port Sallow. "
    "Ana Ruiz, the harbour master of Port Sallow, said the ferry had been too full."
)
ORCHARD = (
    "Apple growers in the Vale of Tarn expect the smallest harvest in thirty years after a late frost in May. "
    "“Half of the blossom was gone in one night,” said Per Lund, who heads the growers' union of Tarn. "
    "Prices of cider in Tarn are likely to rise before winter."
)


def row(name: str, text: str, **more: str) -> dict[str, str]:
    return {
        "id": name,
        "title": text.split(".", maxsplit=1)[0],
        "source": f"The {name.title()} Post",
        "url": f"https://{name}.example/news",
        "published": "2031-05-03",
        "text": text,
        **more,
    }
