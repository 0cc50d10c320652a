"""Nearly the same words: what stands in the one place where two sentences differ. All names and events are invented."""

import pytest

from headwater.comparisons.slots import differing_slot, words_of


def slot(one: str, other: str):
    return differing_slot(words_of(one), words_of(other))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("The quarry lost 14 lorries in the flood of Lowmark.", "The quarry lost 23 lorries in the flood of Lowmark.", "number"),
        ("The quarry lost nine lorries in the flood of Lowmark.", "The quarry lost 12 lorries in the flood of Lowmark.", "number"),
        ("Inspectors close the harbour bridge on Monday evening.", "Inspectors close the harbour bridge on Friday evening.", "date"),
        ("The treaty of the two ports was signed in May 1988 at Orvia.", "The treaty of the two ports was signed in June 1988 at Orvia.", "date"),
        ("The inquiry was led by Ana Ruiz, a former judge of Orvia.", "The inquiry was led by Iva Pell, a former judge of Orvia.", "name"),
        ("The burnt lorry was found in Brackwater by a patrol.", "The burnt lorry was found in Tolben by a patrol.", "place"),
        ("The council has approved the new mooring fees.", "The council has not approved the new mooring fees.", "opposed"),
        ("The council did approve the new mooring fees.", "The council didn't approve the new mooring fees.", "opposed"),
        ("The council approved the new mooring fees.", "The council did not approve the new mooring fees.", "opposed"),
    ],
)  # fmt: skip
def test_one_value_differs(one, other, reason):
    assert slot(one, other).reason == reason
    assert slot(other, one).reason == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The quarry lost eight lorries in the flood of Lowmark.", "The quarry lost 8 lorries in the flood of Lowmark."),
        ("The quarry lost at least 8 lorries in the flood of Lowmark.", "The quarry lost at least 9 lorries in the flood of Lowmark."),
        ("The inquiry was led by Ana Ruiz, a former judge of Orvia.", "The inquiry was led by Ruiz, a former judge of Orvia."),
        ("The inquiry was led by Ana Ruiz, a former judge of Orvia.", "The inquiry was led by her, a former judge of Orvia."),
        ("The report on the dam was sent to the ORC in Lindhaven.", "The report on the dam was sent to the Osmer River Commission in Lindhaven."),
        ("The dam will be opened soon, Ana Ruiz told the Lowmark Post.", "The dam will be opened soon, Ana Ruiz told the Tolben Herald."),
        ("Rain fell on Monday.", "The council met in Orvia for the third time on Friday."),
        ("Cranes lifted the wreck of the ferry on Monday and divers left.", "Divers had searched the ferry until Friday, the owner said."),
        ("", "Rain fell."),
    ],
)  # fmt: skip
def test_nothing_is_opposed(one, other):
    assert slot(one, other) is None


def test_two_differing_slots_are_not_one():
    one = "On Monday the mayor of Lowmark opened three new wells beside the mill."
    assert slot(one, "On Friday the mayor of Lowmark opened nine new wells beside the mill.") is None
