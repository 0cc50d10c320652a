"""Collections of copies made on purpose, the baseline beside them, and that no gold reaches a prediction."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from evaluate import shingles
from evaluate.edited import GIVEN, outcomes, predicted
from evaluate.edits import Edited, Plan, Source, collect, like_held_out, withheld
from evaluate.edits.collections import NOTICE
from evaluate.edits.crediting import FIRST, LAST, credit

WORDS = [a + b for a in "bra kel mor tin vos dra pel sun ga lo".split() for b in "den mir tok ral sin pa".split()]
MADE = (("whole", 1.0), ("middle paragraphs only", 0.4), ("capitals", 0.9), ("inside a long other one", 0.25)) * 5
PLAN = Plan(copies=MADE, families=(1, 3), singles=30, notices=5, quotations=3)


def seeded(seed):
    return Random(seed)  # noqa: S311 - text, not secrets


def invented(seed):
    chance = seeded(seed)
    lines = [
        " ".join(" ".join(chance.choices(WORDS, k=chance.randint(9, 22))).capitalize() + "." for _ in range(3))
        for _ in range(10)
    ]
    return Source(
        id=f"id{seed}", title=f"Title {seed} of six words here", source=f"Post {seed}", published="2025-03-04", text="\n\n".join(lines)
    )  # fmt: skip


POOL = [invented(seed) for seed in range(90)]
ROWS = collect(POOL, PLAN)
BY_ID = {row.id: row for row in ROWS}
COPIES = [(row, BY_ID[row.origin]) for row in ROWS if row.origin]


def test_the_order_of_the_pool_makes_no_difference():
    assert collect(POOL[::-1], PLAN) == ROWS


def test_another_seed_gives_another_collection():
    other = collect(POOL, replace(PLAN, seed=2))
    assert {row.id for row in other}.isdisjoint(BY_ID)
    assert {row.text for row in other} != {row.text for row in ROWS}


def test_every_planned_copy_is_there_with_its_original():
    assert Counter((row.style, row.share) for row, _ in COPIES) == Counter(MADE)
    assert all(original.family == row.family and original.origin is None for row, original in COPIES)
    assert set(Counter(row.origin for row, _ in COPIES).values()) <= {1, 3}


def test_ids_are_unique_and_tell_nothing():
    assert len(BY_ID) == len(ROWS)
    assert all(len(row.id) == 12 for row in ROWS)


def test_single_articles_are_families_of_their_own():
    families = Counter(row.family for row in ROWS)
    assert sum(size == 1 for size in families.values()) == PLAN.singles


def test_a_notice_and_quotations_stand_in_single_articles():
    singles = [row for row in ROWS if row.family == row.id and row.style is None]
    assert sum(NOTICE in row.text for row in singles) == PLAN.notices
    assert sum("sent a statement" in row.text for row in singles) == 2 * PLAN.quotations


def test_credited_copies_name_the_originals_outlet_and_others_do_not():
    assert 0.3 < sum(bool(row.credited) for row, _ in COPIES) / len(COPIES) < 0.9
    assert all((original.source in row.text) == row.credited for row, original in COPIES)
    assert all(row.source != original.source for row, original in COPIES)


def test_copies_are_dated_on_the_originals_day_or_within_three():
    dated = [(row.published, original.published) for row, original in COPIES if row.published and original.published]
    assert {copy for copy, _ in dated} <= {f"2025-03-0{day}" for day in (4, 5, 6, 7)}
    assert None in {row.published for row, _ in COPIES}
    assert {row.published for row in ROWS if not row.origin} == {None, "2025-03-04"}


def test_withheld_dates_and_credits_leave_the_edits_as_they_are():
    bare = {row.id: row for row in collect(POOL, withheld(PLAN))}
    assert all(row.published is None and not row.credited for row in bare.values())
    assert all(bare[row.id].text == row.text for row in ROWS if not row.credited)
    assert all(bare[row.id].kept == row.kept for row in ROWS)


def test_the_set_like_the_held_out_one_has_its_proportions():
    plan = like_held_out()
    assert (len(plan.copies), len(plan.families), sum(plan.families), plan.singles) == (608, 260, 608, 500)


@pytest.mark.parametrize("form", [*FIRST, *LAST])
def test_every_form_of_credit_names_the_source(form):
    assert "{source}" in form


def test_a_credit_adds_words_and_changes_none():
    text = "Rain fell.\n\nNobody was hurt."
    assert all(text in credit(text, "Lowmark Post", "Vale Herald", seeded(seed)) for seed in range(50))


def test_no_gold_reaches_a_prediction():
    seen: list[dict[str, object]] = []

    def watching(rows):
        for row in rows:
            seen.append(row)
            yield {"id": row["id"], "family": row["id"], "origin": None}

    predicted(ROWS, watching)
    assert {key for row in seen for key in row} == set(GIVEN)
    assert not any(row.family in map(str, given.values()) for row, given in zip(ROWS, seen, strict=True) if row.origin)


def test_outcomes_tell_right_from_wrong_open_and_missed():
    rows = [
        Edited(id=name, title="", source="", published=None, text="", family="f", origin=None if name == "o" else "o")
        for name in ("o", "right", "wrong", "open", "missed", "upside down")
    ]
    found: list[dict[str, object]] = [
        {"id": "o", "family": "1", "origin": "upside down"},
        {"id": "right", "family": "1", "origin": "o"},
        {"id": "wrong", "family": "1", "origin": "right"},
        {"id": "open", "family": "1", "origin": None},
        {"id": "missed", "family": "2", "origin": "o"},
        {"id": "upside down", "family": "1", "origin": None},
    ]
    assert [outcome for _, outcome in outcomes(rows, found)] == ["right", "wrong", "open", "missed", "wrong"]


def test_the_baseline_joins_what_shares_a_tenth_of_its_shingles():
    text = POOL[0].text
    rows = [
        {"id": "a", "published": "2025-03-05", "text": text},
        {"id": "b", "published": "2025-03-04", "text": text.split("\n\n")[3]},
        {"id": "c", "published": "2025-03-01", "text": POOL[1].text},
        {"id": "d", "published": None, "text": f"{POOL[2].text}\n\n{text[:30]}"},
    ]
    found = {row["id"]: row for row in shingles.predict(rows)}
    assert found["a"]["family"] == found["b"]["family"]
    assert len({row["family"] for row in found.values()}) == 3
    assert [found[name]["origin"] for name in "abcd"] == ["b", None, None, None]
