"""Rows of the tables of phenomena that the default reader does not hold yet; pytest does not collect this file.

A row that holds moves to the test file that has its phenomenon. `WHY` says what each one shows instead.
"""

from tests.statements.telling import Phenomena, quiet, row, says

MAYOR = "Mayor Ana Ruiz counted the votes in Tolben."
"""Makes a full name known to a headline."""

PHENOMENA: Phenomena = {
    "inverted order": [
        row("“We won!” shouted a delighted Bo Lund.", says("Bo Lund", "We won")),
    ],
    "according to": [
        quiet("The boats were sorted according to size and the race began at noon."),
        row(
            "Two boats sank and nine people are missing, according to the coast guard and Ana Ruiz.",
            says("the coast guard and Ana Ruiz", "Two boats sank and nine people are missing"),
        ),
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
            "Ana Ruiz built the pier in 2019. Her claim that it was safe was widely believed.",
            says("Ana Ruiz", "it was safe", cue="claim"),
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
    "passive": [
        row("Crews were told by Ana Ruiz that the lock would close.", says("Ana Ruiz", "the lock would close")),
        row(
            "Bo Lund was accused by Ida Orr of hiding the log.",
            says("Ida Orr", "[Bo Lund] [of] hiding the log", stance="asserts"),
        ),
        row(
            "The rumour was dismissed by Bo Lund as “harbour gossip”.",
            says("Bo Lund", "The rumour [as] “harbour gossip”", stance="rejects"),
        ),
        row(
            "It is believed that the dam was built without a permit.",
            says(None, "the dam was built without a permit"),
        ),
        row("It was reported on Friday that two boats had sunk.", says(None, "two boats had sunk")),
    ],
    "somebody is told": [
        row(
            "Ida Orr admitted to the inquiry that she had lost the log.",
            says("Ida Orr", "she had lost the log"),
        ),
    ],
    "letters and posts": [
        row(
            "Bo Lund posted a picture of the pier with the words “Gone for good”.",
            says("Bo Lund", "Gone for good"),
        ),
    ],
    "interviews and statements": [
        row(
            "Mayor Ana Ruiz met the press in Tolben.\nRUIZ: The pier stays, and so do I.",
            says(("Ana Ruiz", "RUIZ"), "The pier stays, and so do I"),
        ),
        row(
            "Tolben Herald: Will the pier stay?\nAna Ruiz: It will stay for ten years.",
            says("Ana Ruiz", "It will stay for ten years"),
        ),
    ],
    "reports and surveys": [
        row(
            "The study, published on Monday in Reeds Quarterly, concludes that the dam will hold.",
            says("the study", "the dam will hold"),
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
    "British single marks": [
        row(
            "Ana Ruiz called the plan ‘a fishermen’s nightmare’ on Monday.",
            says("Ana Ruiz", "the plan ‘a fishermen’s nightmare’", form="mixed"),
        ),
    ],
    "dashes": [
        row(
            "– The river rose at night, said Bo Lund. – We lost the boats.",
            says("Bo Lund", "The river rose at night … We lost the boats"),
        ),
        row(
            "— Where were you? asked Ida Orr.\n— At the lock, said Bo Lund.",
            says("Ida Orr", "Where were you", stance="asks"),
            says("Bo Lund", "At the lock"),
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
        row(
            "Ana Ruiz issued a statement on Sunday:\n“The pier will reopen in May.”",
            says("Ana Ruiz", "The pier will reopen in May"),
        ),
    ],
    "quote marks that are no speech": [
        row(
            "Bo “The Hammer” Lund said the ring was wet.",
            says(("Bo “The Hammer” Lund", "Bo Lund"), "the ring was wet", form="indirect"),
            alone=True,
        ),
        row(
            "Ana Ruiz, who wrote “Ten Years at the Lock”, said the book took a decade.",
            says("Ana Ruiz", "the book took a decade"),
            alone=True,
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
        row(
            "Ana Ruiz, who says the dam is cracked, lives below it.",
            says("Ana Ruiz", "the dam is cracked"),
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
    "unnamed sources": [
        row(
            "One aide said the pier would be sold, speaking on condition of anonymity because the talks are private.",
            says(
                None,
                "the pier would be sold",
                anonymous=True,
                anonymity="[speaking] on condition of anonymity because the talks are private",
            ),
        ),
    ],
    "demand": [
        row(
            "Ana Ruiz asked the council to close the lock.",
            says("Ana Ruiz", "[the council] to close the lock", stance="demands"),
        ),
    ],
    "reported question": [
        row(
            "Bo Lund wanted to know why the lock was closed.",
            says("Bo Lund", "why the lock was closed", stance="asks", form="indirect"),
        ),
    ],
    "no statement yet": [
        quiet("If Ana Ruiz says the pier is gone, the council will meet."),
        row(
            "Ana Ruiz said the pier was gone but declined to say who had sold it.",
            says("Ana Ruiz", "the pier was gone"),
            alone=True,
        ),
    ],
    "the outlet's distance": [
        row(
            "Ana Ruiz falsely claimed that the pier had sunk.",
            says("Ana Ruiz", "the pier had sunk", hedge="falsely"),
        ),
        row(
            "Bo Lund claimed without evidence that the vote was rigged.",
            says("Bo Lund", "the vote was rigged", hedge="without evidence"),
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
            "The dam was cracked, Ida Orr said, according to the Kolm Courier.",
            says("Kolm Courier", "The dam was cracked, Ida Orr said", within=""),
            says("Ida Orr", "The dam was cracked", within="The dam was cracked, Ida Orr said"),
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
        quiet("Stir the flour into the milk, add the salt and bake for forty minutes."),
    ],
}

WHY = {
    "inverted order: We won shouted a delighted Bo Lund": "not found: 'We won' by ('Bo Lund',)",
    "according to: The boats were sorted according to size and the race began a": "too much: 'The boats were sorted'",
    "according to: Two boats sank and nine people are missing according to the": "who: 'Ana Ruiz', not ('the coast guard and Ana Ruiz',) (in 'Two boats sank and nine people are missing')",
    "colon: Ana Ruiz had one message for the council the pier stays": "not found: 'the pier stays' by ('Ana Ruiz',)",
    "one speaker, several cues: Ida Orr warned of floods in March urged the council to act i": "not found: '[the council] to act [in April]' by ('Ida Orr',); not found: 'its head to go' by ('Ida Orr',)",
    "nouns as cue: Ana Ruiz s claim that the pier was safe angered the crews": "not found: 'the pier was safe' by ('Ana Ruiz',)",
    "nouns as cue: Ana Ruiz built the pier in 2019 Her claim that it was safe w": "not found: 'it was safe' by ('Ana Ruiz',)",
    "nouns as cue: The warning that the dam would fail came too late for the vi": "not found: 'the dam would fail' by (None,)",
    "nouns as cue: Bo Lund s denial that he took the money was brief": "not found: 'he took the money' by ('Bo Lund',)",
    "passive: Crews were told by Ana Ruiz that the lock would close": "not found: 'the lock would close' by ('Ana Ruiz',)",
    "passive: Bo Lund was accused by Ida Orr of hiding the log": "not found: '[Bo Lund] [of] hiding the log' by ('Ida Orr',)",
    "passive: The rumour was dismissed by Bo Lund as harbour gossip": "not found: 'The rumour [as] “harbour gossip”' by ('Bo Lund',)",
    "passive: It is believed that the dam was built without a permit": "not found: 'the dam was built without a permit' by (None,)",
    "passive: It was reported on Friday that two boats had sunk": "not found: 'two boats had sunk' by (None,)",
    "somebody is told: Ida Orr admitted to the inquiry that she had lost the log": "not found: 'she had lost the log' by ('Ida Orr',)",
    "letters and posts: Bo Lund posted a picture of the pier with the words Gone for": "not found: 'Gone for good' by ('Bo Lund',)",
    "interviews and statements: Mayor Ana Ruiz met the press in Tolben RUIZ The pier stays a": "not found: 'The pier stays, and so do I' by ('Ana Ruiz', 'RUIZ')",
    "interviews and statements: Tolben Herald Will the pier stay Ana Ruiz It will stay for t": "not found: 'It will stay for ten years' by ('Ana Ruiz',)",
    "reports and surveys: The study published on Monday in Reeds Quarterly concludes t": "not found: 'the dam will hold' by ('the study',)",
    "headlines: We won Ruiz on the vote": "not found: 'We won' by ('Ana Ruiz',)",
    "headlines: Ruiz says no to talks": "stance: 'asserts', not 'rejects' (in '[no] [to] talks')",
    "headlines: Pier was unsafe inquiry told": "who: 'inquiry', not (None,) (in 'Pier [was] unsafe')",
    "headlines: Two boats sink off Kolm coast guard": "not found: 'Two boats sink off Kolm' by ('coast guard', 'the coast guard')",
    "headlines: Ruiz tells council to wake up": "not found: '[council] to ‘wake up’' by ('Ana Ruiz',)",
    "headlines: Tolben will not pay for pier Ruiz": "not found: 'Tolben will not pay for pier' by ('Ana Ruiz',)",
    "British single marks: Ana Ruiz called the plan a fishermen s nightmare on Monday": "not found: 'the plan ‘a fishermen’s nightmare’' by ('Ana Ruiz',)",
    "dashes: The river rose at night said Bo Lund We lost the boats": "not found: 'The river rose at night … We lost the boats' by ('Bo Lund',)",
    "dashes: Where were you asked Ida Orr At the lock said Bo Lund": "not found: 'Where were you' by ('Ida Orr',); not found: 'At the lock' by ('Bo Lund',)",
    "dashes: I will rebuild the pier said Ana Ruiz and I will do it by Ma": "not found: 'I will rebuild the pier … and I will do it by May' by ('Ana Ruiz',)",
    "quotes over several paragraphs: The lock froze in January It has not moved since Ana Ruiz to": "not found: 'The lock froze in January … It has not moved since' by ('Ana Ruiz',)",
    "quotes over several paragraphs: Ana Ruiz issued a statement on Sunday The pier will reopen i": "who: None, not ('Ana Ruiz',) (in 'The pier will reopen in May')",
    "quote marks that are no speech: Bo The Hammer Lund said the ring was wet": "who: 'Hammer” Lund', not ('Bo “The Hammer” Lund', 'Bo Lund') (in 'the ring was wet')",
    "quote marks that are no speech: Ana Ruiz who wrote Ten Years at the Lock said the book took": "not found: 'the book took a decade' by ('Ana Ruiz',); too much: 'Ten Years at the Lock'",
    "plural speakers: The two ministers Ana Ruiz and Bo Lund said the talks were o": "who: 'the two ministers, Ana Ruiz and Bo Lund', not ('Ana Ruiz and Bo Lund', 'the two ministers') (in 'the talks were over')",
    "plural speakers: The Orvian coast guard saved nine people It said two boats h": "who: None, not ('Orvian coast guard', 'the Orvian coast guard') (in 'two boats had sunk')",
    "pronouns over several paragraphs: Ida Orr is the first woman to run the lock The 54 year old s": "who: 'the 54-year-old', not ('Ida Orr',) (in 'the job was “mostly waiting”')",
    "pronouns over several paragraphs: Ana Ruiz who says the dam is cracked lives below it": "not found: 'the dam is cracked' by ('Ana Ruiz',)",
    "spellings of names: Ludo van der Meer runs the lock Van der Meer said the pier w": "who: 'Van der Meer', not ('Ludo van der Meer',) (in 'the pier was gone')",
    "spellings of names: Omar bin Said al Tolbi owns the ferry Al Tolbi said the pier": "who: 'Al-Tolbi', not ('Omar bin Said al-Tolbi',) (in 'the pier was gone')",
    "unnamed sources: One aide said the pier would be sold speaking on condition o": "not found: 'the pier would be sold' by (None,)",
    "demand: Ana Ruiz asked the council to close the lock": "stance: 'asks', not 'demands' (in '[the council] to close the lock')",
    "reported question: Bo Lund wanted to know why the lock was closed": "not found: 'why the lock was closed' by ('Bo Lund',)",
    "no statement yet: If Ana Ruiz says the pier is gone the council will meet": "too much: 'the pier is gone, the council will meet'",
    "no statement yet: Ana Ruiz said the pier was gone but declined to say who had": "not found: 'the pier was gone' by ('Ana Ruiz',); too much: 'the pier was gone but declined to say who had sold it'",
    "the outlet's distance: Ana Ruiz falsely claimed that the pier had sunk": "hedge: None, not 'falsely' (in 'the pier had sunk')",
    "the outlet's distance: Bo Lund claimed without evidence that the vote was rigged": "not found: 'the vote was rigged' by ('Bo Lund',)",
    "reported inside a report: Two officials told the Vale Press that Tolben would pay the": "not found: 'Tolben would pay' by (None,)",
    "reported inside a report: The dam was cracked Ida Orr said according to the Kolm Couri": "not found: 'The dam was cracked' by ('Ida Orr',)",
    "reported inside a report: The Tolben Herald said that according to police Bo Lund had": "not found: 'according to police, Bo Lund had admitted that he lost the log' by ('Tolben Herald',); not found: 'Bo Lund had admitted that he lost the log' by ('police',); within: 'The Tolben Herald said that … Bo Lund had admitted that he lost the log', not 'Bo Lund had admitted that he lost the log' (in 'he lost the log')",
    "nobody says anything: Stir the flour into the milk add the salt and bake for forty": "too much: 'Stir the flour into the milk'",
}
