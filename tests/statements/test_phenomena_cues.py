"""The words that carry an attribution, and where they stand: inverted, in front, behind, as nouns, passive, as a colon."""

import pytest

from tests.statements.telling import Phenomena, disagreements, parameters, quiet, row, says

PHENOMENA: Phenomena = {
    "inverted order": [
        row("The pier is gone, said Ana Ruiz, the mayor of Tolben.", says("Ana Ruiz", "The pier is gone")),
        row(
            "“We won,” says Ana Ruiz, 46, a rower who has lived by the lock all her life.",
            says("Ana Ruiz", "We won"),
        ),
        row("Said Ana Ruiz: “The pier stays.”", says("Ana Ruiz", "The pier stays")),
        row("“We won,” said the mayor of Tolben, Ana Ruiz.", says("Ana Ruiz", "We won")),
        row("“We won!” shouted a delighted Bo Lund.", says("Bo Lund", "We won")),
    ],
    "according to": [
        row(
            "According to Ana Ruiz, the mayor of Tolben, the pier is gone.",
            says("Ana Ruiz", "the pier is gone", cue="According to", form="indirect"),
        ),
        row(
            "The pier, according to Bo Lund, cost 4 million crowns.",
            says("Bo Lund", "The pier … cost 4 million crowns"),
        ),
        row(
            "The pier cost 4 million crowns, according to Ida Orr, who built it.",
            says("Ida Orr", "The pier cost 4 million crowns"),
        ),
        row(
            "According to the Orvian coast guard, two boats sank off Kolm on Friday.",
            says(("Orvian coast guard", "the Orvian coast guard"), "two boats sank off Kolm on Friday"),
        ),
        row("“Two boats sank,” according to Bo Lund.", says("Bo Lund", "Two boats sank", form="direct")),
        row(
            "According to a person familiar with the talks, the pier will be sold.",
            says(None, "the pier will be sold", anonymous=True, source="a person familiar with the talks"),
        ),
        quiet("Everything went according to plan until the rope broke."),
        row(
            "Two boats sank and nine people are missing, according to the coast guard and Ana Ruiz.",
            says("the coast guard and Ana Ruiz", "Two boats sank and nine people are missing"),
        ),
    ],
    "colon": [
        row("Ana Ruiz was clear: “The pier stays.”", says("Ana Ruiz", "The pier stays")),
        row("Ana Ruiz was asked about the pier. Her answer: “Never.”", says("Ana Ruiz", "Never")),
        row(
            "Bo Lund put it this way: “A pier without a road is a plank.”",
            says("Bo Lund", "A pier without a road is a plank"),
        ),
        row("Ida Orr on the flood: “We never saw it coming.”", says("Ida Orr", "We never saw it coming")),
        quiet("The ferry calls at three towns: Kolm, Dravo and Tolben."),
    ],
    "participles": [
        row(
            "Ana Ruiz said the pier was gone, adding that the road would follow.",
            says("Ana Ruiz", "the pier was gone"),
            says("Ana Ruiz", "the road would follow"),
        ),
        row(
            "Bo Lund left the meeting early, saying he had a ferry to catch.",
            says("Bo Lund", "he had a ferry to catch"),
        ),
        row(
            "Ida Orr told the council to wait, calling the plan “a plank to nowhere”.",
            says("Ida Orr", "the plan “a plank to nowhere”", form="mixed"),
        ),
        row("Ana Ruiz resigned on Monday, citing “personal reasons”.", says("Ana Ruiz", "personal reasons")),
        row("Speaking in Kolm, Ana Ruiz said the pier was gone.", says("Ana Ruiz", "the pier was gone")),
        row(
            "Asked about the pier, Bo Lund said it had never been safe.",
            says("Bo Lund", "it had never been safe"),
        ),
        row(
            "“We won,” Ana Ruiz said, adding that it took years.",
            says("Ana Ruiz", "We won"),
            says("Ana Ruiz", "it took years"),
        ),
        row(
            "The coast guard closed the strait on Monday, warning that the storm would return.",
            says("the coast guard", "the storm would return"),
        ),
    ],
    "one speaker, several cues": [
        row(
            "Ana Ruiz said that it rained and that the road was wet.",
            says("Ana Ruiz", "it rained [and] that the road was wet"),
        ),
        row("Ana Ruiz thanked the crew and insisted the ferry was safe.", says("Ana Ruiz", "the ferry was safe")),
        row(
            "Bo Lund said the ferry was full, but denied that it was late.",
            says("Bo Lund", "the ferry was full", stance="asserts"),
            says("Bo Lund", "it was late", stance="denies"),
        ),
    ],
    "nouns as cue": [
        row(
            "The council ignored Ida Orr’s warning that the dam would fail.",
            says("Ida Orr", "the dam would fail", cue="warning"),
        ),
        row(
            "Despite Ana Ruiz’s insistence that nobody was hurt, two rowers were taken to hospital.",
            says("Ana Ruiz", "nobody was hurt", cue="insistence"),
        ),
        row(
            "Ana Ruiz repeated her promise that the road would open in May.",
            says("Ana Ruiz", "the road would open in May", stance="promises"),
        ),
        quiet("The insurer paid 400 claims after the flood, and the last report is due in May."),
        row(
            "Ana Ruiz built the pier in 2019. Her claim that it was safe was widely believed.",
            says("Ana Ruiz", "it was safe", cue="claim"),
        ),
    ],
    "passive": [
        row("Ana Ruiz was quoted as saying the pier was gone.", says("Ana Ruiz", "the pier was gone")),
        row(
            "The pier is said to be unsafe.",
            says(None, "The pier … [to] be unsafe", form="narrated"),
        ),
        row(
            "Two boats are thought to have sunk off Kolm.",
            says(None, "Two boats … [to] have sunk off Kolm", form="narrated"),
        ),
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
        row("Ana Ruiz told reporters the pier was gone.", says("Ana Ruiz", "the pier was gone")),
        row(
            "Bo Lund told the Herald on Monday that he had “never seen a flood like it”.",
            says("Bo Lund", "he had “never seen a flood like it”", form="mixed"),
        ),
        row(
            "Ida Orr told a packed meeting in Kolm that the lock would stay open.",
            says("Ida Orr", "the lock would stay open"),
        ),
        row("“We won,” Ana Ruiz told reporters outside the court.", says("Ana Ruiz", "We won")),
        row("Ana Ruiz told Bo Lund that Ida Orr had left.", says("Ana Ruiz", "Ida Orr had left"), alone=True),
        row("Bo Lund informed the council that the ferry was full.", says("Bo Lund", "the ferry was full")),
        row(
            "Asked whether she would resign, Ana Ruiz told reporters: “Not today.”",
            says("Ana Ruiz", "Not today", form="direct"),
        ),
        row(
            "Ida Orr admitted to the inquiry that she had lost the log.",
            says("Ida Orr", "she had lost the log"),
        ),
    ],
    "figures, abbreviations, brackets": [
        row(
            "Ana Ruiz said the U.S. firm paid $4.2 million on Jan. 5 at 6 p.m. for the pier.",
            says("Ana Ruiz", "the U.S. firm paid $4.2 million on Jan. 5 at 6 p.m. for the pier"),
        ),
        row(
            "Dr. Ida Orr said the No. 7 pump failed at 6:15 a.m. on Monday.",
            says("Ida Orr", "the No. 7 pump failed at 6:15 a.m. on Monday"),
        ),
        row(
            "Bo Lund said the ferry – built in 1990 – was “old but sound”.",
            says("Bo Lund", "the ferry – built in 1990 – was “old but sound”", form="mixed"),
        ),
        row(
            "Ana Ruiz said the dam (the oldest in Orvia) would hold.",
            says("Ana Ruiz", "the dam (the oldest in Orvia) would hold"),
        ),
        row(
            "Inflation fell to 2.5% in May, from 3.1%, Ida Orr said.",
            says("Ida Orr", "Inflation fell to 2.5% in May, from 3.1%"),
        ),
        row(
            "“It cost 4,000 crowns ... maybe more,” Bo Lund said.",
            says("Bo Lund", "It cost 4,000 crowns ... maybe more", form="direct"),
        ),
        row(
            "Ana Ruiz said: “We need (1) a pier, (2) a road and (3) time.”",
            says("Ana Ruiz", "We need (1) a pier, (2) a road and (3) time"),
        ),
        row(
            "The St. Orrin lock, Bo Lund said, is 1,200 m long.",
            says("Bo Lund", "The St. Orrin lock … is 1,200 m long"),
        ),
        row("Ana Ruiz – the mayor of Tolben – said the pier was gone.", says("Ana Ruiz", "the pier was gone")),
        row("KOLM (OPA) — Two boats sank off Kolm, Ida Orr said.", says("Ida Orr", "Two boats sank off Kolm")),
    ],
}


@pytest.mark.parametrize("row", parameters(PHENOMENA))
def test_cues(row, reader):
    assert disagreements(row, reader) == []
