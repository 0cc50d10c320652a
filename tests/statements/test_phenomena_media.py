"""What the speaker speaks through: letters, posts, statements, interviews, court papers, surveys, reports; headlines."""

import pytest

from tests.statements.telling import Phenomena, disagreements, parameters, quiet, row, says

MAYOR = "Mayor Ana Ruiz counted the votes in Tolben."
"""Makes a full name known to a headline."""

PHENOMENA: Phenomena = {
    "letters and posts": [
        row(
            "In a letter to the council, Ana Ruiz wrote that the pier was unsafe.",
            says("Ana Ruiz", "the pier was unsafe"),
        ),
        row("“The pier is gone,” Bo Lund wrote on Chirp late on Monday.", says("Bo Lund", "The pier is gone")),
        row("Ida Orr posted on Chirp: “The lock is closed. Go home.”", says("Ida Orr", "The lock is closed. Go home")),
        row(
            "In an email seen by the Tolben Herald, Ana Ruiz warned that the dam might fail.",
            says("Ana Ruiz", "the dam might fail"),
        ),
        row(
            "“We are closed until May,” read a sign on the kiosk door.",
            says((None, "a sign on the kiosk door", "a sign"), "We are closed until May"),
        ),
        row(
            "In her diary, Ida Orr noted that the river had frozen twice.",
            says("Ida Orr", "the river had frozen twice"),
        ),
        row(
            "A letter signed by twelve rowers said the pier was unsafe.",
            says(
                ("a letter signed by twelve rowers", "A letter signed by twelve rowers", "twelve rowers"),
                "the pier was unsafe",
            ),
        ),
    ],
    "interviews and statements": [
        row(
            "In an interview with the Tolben Herald, Ana Ruiz said the pier would reopen.",
            says("Ana Ruiz", "the pier would reopen"),
        ),
        row("“The pier is safe,” Ana Ruiz said in a statement on Monday.", says("Ana Ruiz", "The pier is safe")),
        row(
            "In a statement, the coast guard said two boats had sunk.",
            says("the coast guard", "two boats had sunk"),
        ),
        row(
            "Speaking to Radio Kolm, Bo Lund described the crossing as “a nightmare”.",
            says("Bo Lund", "the crossing as “a nightmare”"),
        ),
        row(
            "Greywater Lines said in a press release that the ferry had passed every test.",
            says("Greywater Lines", "the ferry had passed every test"),
        ),
        row(
            "Asked by the Herald whether the pier was safe, Ida Orr replied: “No.”",
            says("Ida Orr", "No"),
        ),
        row(
            "The harbour ministry issued a statement saying the lock would stay open.",
            says(
                ("the harbour ministry", "a statement", "The harbour ministry"),
                "the lock would stay open",
            ),
        ),
        row(
            "A statement from Greywater Lines said nobody was hurt.",
            says(
                (
                    "Greywater Lines",
                    "a statement from Greywater Lines",
                    "A statement from Greywater Lines",
                ),
                "nobody was hurt",
            ),
        ),
        row(
            "“We are sorry,” Greywater Lines chief executive Bo Lund told Radio Kolm.",
            says("Bo Lund", "We are sorry"),
        ),
        row(
            "Mayor Ana Ruiz met the press in Tolben.\nRUIZ: The pier stays, and so do I.",
            says(("Ana Ruiz", "RUIZ"), "The pier stays, and so do I"),
        ),
        row(
            "Tolben Herald: Will the pier stay?\nAna Ruiz: It will stay for ten years.",
            says("Ana Ruiz", "It will stay for ten years"),
        ),
    ],
    "court papers": [
        row(
            "Greywater Lines hid the log, prosecutors said in a court filing.",
            says("prosecutors", "Greywater Lines hid the log"),
        ),
        row(
            "The ferry was overloaded, according to court documents.",
            says("court documents", "The ferry was overloaded", anonymous=False),
        ),
        row("Bo Lund testified that the log had been burned.", says("Bo Lund", "the log had been burned")),
        row("The judge, Ida Orr, ruled that the log was evidence.", says("Ida Orr", "the log was evidence")),
        row(
            "The lawsuit alleges that Greywater Lines hid the log.",
            says("the lawsuit", "Greywater Lines hid the log", stance="asserts"),
        ),
        row(
            "Lawyers for Bo Lund argued that he had been asleep.",
            says(("Lawyers for Bo Lund", "lawyers for Bo Lund", None), "he had been asleep"),
        ),
        row("Greywater Lines, the lawsuit says, hid the log.", says("the lawsuit", "Greywater Lines … hid the log")),
    ],
    "reports and surveys": [
        row(
            "A report by the Harbour Institute found that the dam was cracked.",
            says(
                ("Harbour Institute", "a report by the Harbour Institute", "A report by the Harbour Institute"),
                "the dam was cracked",
            ),
        ),
        row(
            "A survey by Orrin Polling showed that most voters wanted the pier back.",
            says(
                ("Orrin Polling", "a survey by Orrin Polling", "A survey by Orrin Polling"),
                "most voters wanted the pier back",
            ),
        ),
        row(
            "Six in ten voters live near the river, according to a poll by Orrin Polling.",
            says(("Orrin Polling", "a poll by Orrin Polling"), "Six in ten voters live near the river"),
        ),
        row(
            "Researchers at the University of Kolm found that reeds slow the river.",
            says(
                (
                    None,
                    "University of Kolm",
                    "Researchers at the University of Kolm",
                    "researchers at the University of Kolm",
                ),
                "reeds slow the river",
            ),
        ),
        row(
            "Official figures show that 4,200 boats crossed in May.",
            says((None, "Official figures", "official figures"), "4,200 boats crossed in May"),
        ),
        row("The Tolben Herald reported that talks had begun.", says("Tolben Herald", "talks had begun")),
        row(
            "As the Kolm Courier first reported, the dam was cracked in March.",
            says("Kolm Courier", "the dam was cracked in March"),
        ),
        row(
            "The dam was cracked, the Orvian Press Agency (OPA) reported.",
            says(("Orvian Press Agency", "Orvian Press Agency (OPA)"), "The dam was cracked"),
        ),
        row(
            "The study, published on Monday in Reeds Quarterly, concludes that the dam will hold.",
            says("the study", "the dam will hold"),
        ),
    ],
    "headlines": [
        row(
            "It rained.",
            says(("Tolben minister", "the Tolben minister", None), "no talks planned", part="title"),
            title="Tolben minister: no talks planned",
        ),
        row(
            "It rained.",
            says((None, "minister", "Minister"), "no talks planned", part="title"),
            title="Minister: no talks planned",
        ),
        row(
            "It rained.",
            says((None, "minister"), "No talks planned", part="title"),
            title="No talks planned, says minister",
        ),
        row(MAYOR, says("Ana Ruiz", "We won", part="title", form="direct"), title="Ruiz: ‘We won’"),
        row(
            "It rained.",
            says("Tolben", "pier was sold", part="title", stance="denies"),
            title="Tolben denies pier was sold",
        ),
        row(
            "Bo Lund has run the lock since 1990.",
            says("Bo Lund", "to rebuild lock", part="title", stance="promises"),
            title="Lund vows to rebuild lock",
        ),
        row(
            "Ida Orr walked along the dam.",
            says("Ida Orr", "Dam will hold", part="title"),
            title="Dam will hold, Orr insists",
        ),
        row(MAYOR, says(("Ana Ruiz", "RUIZ"), "PIER IS GONE", part="title"), title="RUIZ SAYS PIER IS GONE"),
        row(
            "It rained.",
            says(None, "pier to be sold", part="title", anonymous=True),
            title="Sources: pier to be sold",
        ),
        quiet("It rained.", title="Council backs new pier after long night"),
        quiet("It rained.", title="Regatta: ten things to know"),
        quiet("It rained.", title="Live: rain delays regatta in Tolben"),
        row(
            "It rained.",
            says(("Tolben", "the Tolben"), "Dravo broke truce", part="title"),
            title="Dravo broke truce, says Tolben",
        ),
    ],
}


@pytest.mark.parametrize("row", parameters(PHENOMENA))
def test_media(row, reader):
    assert disagreements(row, reader) == []
