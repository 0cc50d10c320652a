"""Whatever two texts say, they go the whole way through, and every span of the brief covers words of its article."""

import json
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.desk import Desk
from headwater.outputs import brief_html, brief_json, brief_markdown

WORDS = st.sampled_from(
    "Ana Ruiz Lowmark said that “ ” \" ' « » denied according to 14 people killed on Monday 3 May 2025 the minister he she they "
    "OPA ( ) [ ] — – - . , : ; ? ! \n \n\n told reporters not no $1.2bn dozen via with inputs from © Reuters Москва сказал 東京 \u202e \u0000 \ud800 é <script> & @ * _ # |".split(
        " "
    )
)
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=80))


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=TEXTS, other=TEXTS, dump=st.booleans())
def test_any_two_texts_go_the_whole_way(one, other, dump):
    if dump:
        given_bytes = f"Home\n\nNews\n\n{one}\n\n{other}\n\nLatest\n".encode("utf-8", "replace")
    else:
        rows = [
            {"id": "1", "text": one, "title": other[:50], "source": "A", "published": "2025-05-05"},
            {"id": "2", "text": other + " " + one, "source": "B"},
        ]
        given_bytes = "\n".join(json.dumps(row) for row in rows).encode()
    brief = Desk().brief(["-"], stdin=BytesIO(given_bytes))
    assert all(rejected.reason != "crashed" for rejected in brief.rejected), brief.rejected
    written = brief_json(brief)
    json.dumps(written, ensure_ascii=False).encode()
    assert "<script>" not in brief_html(brief)
    assert brief_markdown(brief).encode()
    for story in written["stories"]:
        texts = {article["id"]: article for article in story["articles"]}
        for point in story["points"]:
            for answer in point["answers"]:
                for piece in answer["evidence"]:
                    assert texts[piece["article"]]["text"][piece["start"] : piece["end"]] == piece["quote"]
        for statement in story["statements"]:
            text = texts[statement["article"]]["text" if statement["part"] == "text" else "title"] or ""
            for start, end in statement["spans"]["content"]:
                assert 0 <= start < end <= len(text)
