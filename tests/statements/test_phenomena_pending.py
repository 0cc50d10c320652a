"""Rows of the tables of phenomena that the readers do not hold yet, and what each shows instead.

Whoever mends one is told here to move it to the file that has its phenomenon.
"""

import pytest

from tests.statements.telling import Phenomena, disagreements, parameters, quiet, row, says

MAYOR = "Mayor Ana Ruiz counted the votes in Tolben."
"""Makes a full name known to a headline."""

PHENOMENA: Phenomena = {
    "inverted order": [
        row(
            "“The lock is closed,” announced harbour master Ida Orr as the water rose.",
            says("Ida Orr", "The lock is closed", form="direct"),
        ),
    ],
    "according to": [
        quiet("The boats were sorted according to size and the race began at noon."),
    ],
    "colon": [
        row("Ana Ruiz had one message for the council: the pier stays.", says("Ana Ruiz", "the pier stays")),
    ],
    "one speaker, several cues": [
        row(
            "Ida Orr warned of floods in March, urged the council to act in April and in May called for its head to go.",
            says("Ida Orr", "floods [in March]"),
            says("Ida Orr", "[the council] to act [in April]", stance="demands"),
            says("Ida Orr", "its head to go", stance="demands"),
        ),
    ],
    "nouns as cue": [
        row(
            "Ana Ruiz’s claim that the pier was safe angered the crews.",
            says("Ana Ruiz", "the pier was safe", cue="claim"),
        ),
        row(
            "The warning that the dam would fail came too late for the village.",
            says(None, "the dam would fail", cue="warning"),
        ),
        row(
            "Bo Lund’s denial that he took the money was brief.",
            says("Bo Lund", "he took the money", cue="denial", stance="denies"),
        ),
    ],
    "letters and posts": [
        row(
            "Bo Lund posted a picture of the pier with the words “Gone for good”.",
            says("Bo Lund", "Gone for good"),
        ),
    ],
    "headlines": [
        row(MAYOR, says("Ana Ruiz", "We won", part="title", form="direct"), title="‘We won’: Ruiz on the vote"),
        row(MAYOR, says("Ana Ruiz", "[no] [to] talks", part="title", stance="rejects"), title="Ruiz says no to talks"),
        row("It rained.", says(None, "Pier [was] unsafe", part="title"), title="Pier was unsafe, inquiry told"),
        row(
            "It rained.",
            says(("coast guard", "the coast guard"), "Two boats sink off Kolm", part="title"),
            title="Two boats sink off Kolm – coast guard",
        ),
        row(
            MAYOR,
            says("Ana Ruiz", "[council] to ‘wake up’", part="title", stance="demands"),
            title="Ruiz tells council to ‘wake up’",
        ),
        row(
            MAYOR,
            says("Ana Ruiz", "Tolben will not pay for pier", part="title"),
            title="“Tolben will not pay for pier” – Ruiz",
        ),
    ],
    "dashes": [
        row(
            "– The river rose at night, said Bo Lund. – We lost the boats.",
            says("Bo Lund", "The river rose at night … We lost the boats"),
        ),
        row(
            "— I will rebuild the pier — said Ana Ruiz — and I will do it by May.",
            says("Ana Ruiz", "I will rebuild the pier … and I will do it by May"),
        ),
    ],
    "quotes over several paragraphs": [
        row(
            "‘The lock froze in January.\n‘It has not moved since,’ Ana Ruiz told the council.",
            says("Ana Ruiz", "The lock froze in January … It has not moved since"),
        ),
    ],
    "quotation split in the middle": [
        row(
            "“I never,” said Bo Lund, pausing, “saw the ferry leave.”",
            says("Bo Lund", "I never … saw the ferry leave"),
        ),
    ],
    "plural speakers": [
        row(
            "The two ministers, Ana Ruiz and Bo Lund, said the talks were over.",
            says(("Ana Ruiz and Bo Lund", "the two ministers"), "the talks were over"),
        ),
        row(
            "The Orvian coast guard saved nine people. It said two boats had sunk.",
            says(("Orvian coast guard", "the Orvian coast guard"), "two boats had sunk"),
        ),
    ],
    "pronouns over several paragraphs": [
        row(
            "Ida Orr is the first woman to run the lock.\nThe 54-year-old said the job was “mostly waiting”.",
            says("Ida Orr", "the job was “mostly waiting”"),
        ),
    ],
    "spellings of names": [
        row(
            "Ludo van der Meer runs the lock. Van der Meer said the pier was gone.",
            says("Ludo van der Meer", "the pier was gone"),
        ),
        row(
            "Omar bin Said al-Tolbi owns the ferry. Al-Tolbi said the pier was gone.",
            says("Omar bin Said al-Tolbi", "the pier was gone"),
            alone=True,
        ),
    ],
    "reported inside a report": [
        row(
            "Two officials told the Vale Press that Tolben would pay, the Tolben Herald reported.",
            says("Tolben Herald", "Two officials told the Vale Press that Tolben would pay", within=""),
            says(
                None,
                "Tolben would pay",
                anonymous=True,
                within="Two officials told the Vale Press that Tolben would pay",
            ),
        ),
        row(
            "The Tolben Herald said that, according to police, Bo Lund had admitted that he lost the log.",
            says("Tolben Herald", "according to police, Bo Lund had admitted that he lost the log", within=""),
            says(
                "police",
                "Bo Lund had admitted that he lost the log",
                within="according to police, Bo Lund had admitted that he lost the log",
            ),
            says("Bo Lund", "he lost the log", within="Bo Lund had admitted that he lost the log"),
        ),
    ],
    "nobody says anything": [
        quiet("Omar Said scored twice, and Ana Asked, a three-year-old mare, won the last race."),
        quiet("Stir the flour into the milk, add the salt and bake for forty minutes."),
    ],
}


@pytest.mark.parametrize("row", parameters(PHENOMENA))
def test_what_is_still_missed(row, reader):
    assert disagreements(row, reader), "this row holds now: move it to the table of its phenomenon"
