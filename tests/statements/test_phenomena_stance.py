"""How the speaker stands to what is said, what is no statement yet, the outlet's own distance, and who reports whom."""

import pytest

from tests.statements.telling import Phenomena, disagreements, parameters, quiet, row, says

PHENOMENA: Phenomena = {
    "denial": [
        row(
            "Ana Ruiz denied that the ferry was full.",
            says("Ana Ruiz", "the ferry was full", stance="denies"),
        ),
        row("Bo Lund denied hiding the log.", says("Bo Lund", "hiding the log", stance="denies")),
        row(
            "Bo Lund rejected claims that the ferry was full.",
            says("Bo Lund", "claims that the ferry was full", stance="rejects"),
        ),
        row(
            "Ida Orr has repeatedly and angrily denied that she knew of the log.",
            says("Ida Orr", "she knew of the log", stance="denies"),
        ),
        row("Ana Ruiz did not deny that the ferry was full.", never="denies"),
    ],
    "doubt": [
        row(
            "Ana Ruiz does not believe that the dam is cracked.",
            says("Ana Ruiz", "the dam is cracked", stance="doubts"),
        ),
        row(
            "Ida Orr questioned whether the dam would hold.",
            says("Ida Orr", "whether the dam would hold", stance="doubts"),
        ),
        row("Bo Lund doubted the ferry was full.", says("Bo Lund", "the ferry was full", stance="doubts")),
    ],
    "demand": [
        row(
            "Ana Ruiz urged the council to close the lock.",
            says("Ana Ruiz", "[the council] to close the lock", stance="demands"),
        ),
        row("Bo Lund called for a new vote.", says("Bo Lund", "a new vote", stance="demands")),
        row(
            "Ida Orr demanded that the log be handed over.",
            says("Ida Orr", "the log be handed over", stance="demands"),
        ),
        row("“Hand over the log,” Ida Orr demanded.", says("Ida Orr", "Hand over the log", stance="demands")),
        row(
            "Ana Ruiz asked the council to close the lock.",
            says("Ana Ruiz", "[the council] to close the lock", stance="demands"),
        ),
    ],
    "promise": [
        row(
            "Ana Ruiz vowed to rebuild the pier.",
            says("Ana Ruiz", "to rebuild the pier", stance="promises"),
        ),
        row(
            "Bo Lund promised that the ferry would run on Sunday.",
            says("Bo Lund", "the ferry would run on Sunday", stance="promises"),
        ),
        row(
            "Greywater Lines pledged to pay for the road.",
            says("Greywater Lines", "to pay for the road", stance="promises"),
        ),
    ],
    "reported question": [
        row(
            "Ana Ruiz asked whether the ferry was full.",
            says("Ana Ruiz", "whether the ferry was full", stance="asks", form="indirect"),
        ),
        row(
            "Ida Orr wondered if the dam would hold.",
            says("Ida Orr", "if the dam would hold", stance="asks", form="indirect"),
        ),
        row("Ana Ruiz asked who had the log.", says("Ana Ruiz", "who had the log", stance="asks")),
        row("Who had the log, Ana Ruiz asked.", says("Ana Ruiz", "Who had the log", stance="asks")),
        row(
            "Bo Lund wanted to know why the lock was closed.",
            says("Bo Lund", "why the lock was closed", stance="asks", form="indirect"),
        ),
    ],
    "no statement yet": [
        quiet("Ana Ruiz declined to say whether the ferry was full."),
        quiet("Bo Lund refused to comment on the log."),
        quiet("Ida Orr is expected to say on Friday that the dam will hold."),
        quiet("Ana Ruiz will not say who has the log."),
        quiet("Bo Lund did not say why the lock was closed."),
        quiet("Ida Orr would not confirm that the dam was cracked."),
        quiet("Ana Ruiz has yet to say whether the pier will reopen."),
        quiet("Bo Lund did not respond to a request for comment."),
        quiet("Ida Orr will announce the winner on Friday."),
        quiet("Ana Ruiz could not be reached for comment."),
        row(
            "Ida Orr said she could not confirm that the dam was cracked.",
            says("Ida Orr", "she could not confirm that the dam was cracked"),
            alone=True,
        ),
        row(
            "Ana Ruiz said she would announce the winner on Friday.",
            says("Ana Ruiz", "she would announce the winner on Friday"),
            alone=True,
        ),
        row(
            "Bo Lund refused to say whether he knew, but insisted that the ferry was safe.",
            says("Bo Lund", "the ferry was safe"),
            alone=True,
        ),
        quiet("Ana Ruiz was expected to deny that the pier had been sold."),
        quiet("If Ana Ruiz says the pier is gone, the council will meet."),
        row(
            "Ana Ruiz said the pier was gone but declined to say who had sold it.",
            says("Ana Ruiz", "the pier was gone"),
            alone=True,
        ),
    ],
    "the outlet's distance": [
        row(
            "Ana Ruiz reportedly told the council that the pier was gone.",
            says("Ana Ruiz", "the pier was gone", hedge="reportedly"),
        ),
        row(
            "Tolben would reportedly pay for the pier.",
            says(None, "Tolben would … pay for the pier", hedge="reportedly", form="narrated"),
        ),
        row(
            "The pier was allegedly sold twice.",
            says(None, "The pier was … sold twice", hedge="allegedly", form="narrated"),
        ),
        row(
            "Ida Orr repeated the disproven claim that the dam was cracked.",
            says("Ida Orr", "[the disproven claim] that the dam was cracked", hedge="disproven"),
        ),
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
            "Ana Ruiz told the Herald that Bo Lund had said it rained.",
            says("Ana Ruiz", "Bo Lund had said it rained", within=""),
            says("Bo Lund", "it rained", within="Bo Lund had said it rained"),
        ),
        row(
            "The Kolm Courier reported that Ana Ruiz had said Bo Lund had told her it rained.",
            says("Kolm Courier", "Ana Ruiz had said Bo Lund had told her it rained", within=""),
            says(
                "Ana Ruiz",
                "Bo Lund had told her it rained",
                within="Ana Ruiz had said Bo Lund had told her it rained",
            ),
            says("Bo Lund", "it rained", within="Bo Lund had told her it rained"),
        ),
        row(
            "According to the Tolben Herald, Ana Ruiz believes that the pier will be sold.",
            says("Tolben Herald", "Ana Ruiz believes that the pier will be sold"),
            says("Ana Ruiz", "the pier will be sold", within="Ana Ruiz believes that the pier will be sold"),
        ),
        row(
            "The Orvian Press Agency, citing two officials, said the dam was cracked.",
            says("Orvian Press Agency", "the dam was cracked", anonymous=False),
        ),
        row(
            "Ana Ruiz said the union had demanded that the lock be closed.",
            says("Ana Ruiz", "the union had demanded that the lock be closed"),
            says(
                "the union",
                "the lock be closed",
                stance="demands",
                within="the union had demanded that the lock be closed",
            ),
        ),
        row(
            "Ana Ruiz denied that Bo Lund had warned her that the dam would fail.",
            says("Ana Ruiz", "Bo Lund had warned her that the dam would fail", stance="denies"),
            says("Bo Lund", "the dam would fail", within="Bo Lund had warned her that the dam would fail"),
        ),
        row(
            "“Bo told me it was safe,” said Ida Orr.",
            says("Ida Orr", "Bo told me it was safe", form="direct", within=""),
        ),
        row(
            "The dam was cracked, Ida Orr said, according to the Kolm Courier.",
            says("Kolm Courier", "The dam was cracked, Ida Orr said", within=""),
            says("Ida Orr", "The dam was cracked", within="The dam was cracked, Ida Orr said"),
        ),
    ],
    "nobody says anything": [
        quiet("Two boats sank off Kolm on Friday, and nine people were pulled from the water."),
        quiet("Tolben beat Kolm 3-1 in the regatta final after a late sprint by Bo Lund."),
        quiet("The state of the lock is poor; its notes and charts are kept in Kolm."),
        quiet("The museum’s show “Ten Rivers” runs until 4 May."),
        quiet("Ana Ruiz was born in Kolm, studied in Tolben and rowed for Orvia twice."),
        quiet("Shares of Greywater Lines closed at 4.10 crowns, down 2%."),
        quiet("The lock answers to a chain drive and reads the water level twice a day."),
        quiet("The court will hear the case in May.\nThe ferry firm has 400 workers in Kolm and Dravo."),
    ],
}


@pytest.mark.parametrize("row", parameters(PHENOMENA))
def test_stance(row, reader):
    assert disagreements(row, reader) == []
