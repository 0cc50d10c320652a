"""Who is speaking: lists, plurals, pronouns over several paragraphs, spellings, titles, groups, unnamed people."""

import pytest

from tests.statements.telling import Phenomena, disagreements, parameters, row, says

PHENOMENA: Phenomena = {
    "lists of speakers": [
        row(
            "Ana Ruiz and Bo Lund said the pier was gone.",
            says("Ana Ruiz and Bo Lund", "the pier was gone"),
        ),
        row(
            "Mayor Ana Ruiz met rower Bo Lund. Ruiz and Lund said the pier was gone.",
            says(("Ana Ruiz and Bo Lund", "Ruiz and Lund"), "the pier was gone"),
        ),
        row(
            "Tolben and Kolm said they would share the cost.",
            says("Tolben and Kolm", "they would share the cost"),
        ),
        row(
            "“We won,” said Ana Ruiz and Bo Lund.",
            says("Ana Ruiz and Bo Lund", "We won"),
        ),
        row(
            "Ana Ruiz said it had rained, but Bo Lund said it had snowed.",
            says("Ana Ruiz", "it had rained"),
            says("Bo Lund", "it had snowed"),
            alone=True,
        ),
        row(
            "Ana Ruiz said it had rained; Bo Lund said it had snowed; Ida Orr said nothing.",
            says("Ana Ruiz", "it had rained"),
            says("Bo Lund", "it had snowed"),
            alone=True,
        ),
        row(
            "Both Ana Ruiz and the coast guard denied that the lock was open.",
            says(
                (
                    "Ana Ruiz and the coast guard",
                    "Both Ana Ruiz and the coast guard",
                    "both Ana Ruiz and the coast guard",
                ),
                "the lock was open",
                stance="denies",
            ),
        ),
        row(
            "Ana Ruiz, Bo Lund and Ida Orr said the pier was gone.",
            says("Ana Ruiz, Bo Lund and Ida Orr", "the pier was gone"),
        ),
    ],
    "plural speakers": [
        row(
            "Residents of Kolm said the siren never sounded.",
            says(None, "the siren never sounded", anonymous=True),
        ),
        row(
            "On Monday the rowers said they were tired. They added that the cup was heavy.",
            says("the rowers", "they were tired"),
            says("the rowers", "the cup was heavy"),
        ),
        row("“Save our pier!” the crowd chanted.", says("the crowd", "Save our pier")),
        row("Two boats sank off Kolm, police said.", says("police", "Two boats sank off Kolm", anonymous=False)),
    ],
    "pronouns over several paragraphs": [
        row(
            "Mayor Ana Ruiz opened the session.\nShe said the pier was gone.\nShe also said the road was next.",
            says("Ana Ruiz", "the pier was gone"),
            says("Ana Ruiz", "the road was next"),
        ),
        row(
            "Bo Lund has run the ferry since 1990.\n“It is my life,” he said.\nHis father built the first boat, he said.",
            says("Bo Lund", "It is my life"),
            says("Bo Lund", "His father built the first boat"),
        ),
        row(
            "Mr. Bo Lund met Ms. Ida Orr at the lock. He said it was closed. She said it was open.",
            says("Bo Lund", "it was closed"),
            says("Ida Orr", "it was open"),
        ),
        row(
            "Ana Ruiz and Ida Orr met at the lock. She said it was closed.",
            says(None, "it was closed", anonymous=False),
        ),
        row(
            "“It was me,” said Bo Lund.\n“I lost the log,” he said, “and I lied about it.”\nHe wept.",
            says("Bo Lund", "It was me"),
            says("Bo Lund", "I lost the log … and I lied about it"),
        ),
        row("It was cold at the lock. He said it rained.", says(None, "it rained", anonymous=False)),
        row(
            "Ana Ruiz, the harbour minister, arrived late.\nThe minister said the pier was gone.",
            says("Ana Ruiz", "the pier was gone"),
        ),
        row(
            "Governor Bo Lund visited Kolm.\n“The dam will hold,” the governor said. He also said crews would stay.",
            says("Bo Lund", "The dam will hold"),
            says("Bo Lund", "crews would stay"),
        ),
        row(
            "“We won,” said Ana Ruiz, who beat Ida Orr. She said it took years.",
            says("Ana Ruiz", "We won"),
            says(("Ana Ruiz", None), "it took years"),
        ),
        row(
            "Ana Ruiz runs the pier.\n“It pays for itself,” she said.\n“Or it will,” she added.",
            says("Ana Ruiz", "It pays for itself"),
            says("Ana Ruiz", "Or it will"),
        ),
        row(
            "“We won,” said Mr. Bo Lund. “I thanked Ms. Ida Orr and she wept.” He said the cup was heavy.",
            says("Bo Lund", "the cup was heavy"),
        ),
        row(
            "“We won,” said Ana Ruiz.\nThe crowd cheered for an hour.\n“It took years,” she said.",
            says("Ana Ruiz", "We won"),
            says("Ana Ruiz", "It took years"),
        ),
        row(
            "Ana Ruiz said Bo Lund had lied. He said he had not.",
            says("Ana Ruiz", "Bo Lund had lied"),
            says(("Bo Lund", None), "he had not"),
        ),
        row(
            "Ana Ruiz, who says the dam is cracked, lives below it.",
            says("Ana Ruiz", "the dam is cracked"),
        ),
    ],
    "spellings of names": [
        row("Jean-Luc Ferrand-Oye said the pier was gone.", says("Jean-Luc Ferrand-Oye", "the pier was gone")),
        row("“We won,” said Zoë D’Arcy-Lind.", says("Zoë D’Arcy-Lind", "We won")),
        row("María José Peña Ülkü said the pier was gone.", says("María José Peña Ülkü", "the pier was gone")),
        row("The pier was gone, Şebnem Çağlar said.", says("Şebnem Çağlar", "The pier was gone")),
        row("J. R. Okoro said the pier was gone.", says("J. R. Okoro", "the pier was gone")),
        row("“We won,” ANA RUIZ said.", says("ANA RUIZ", "We won")),
        row(
            "Senator Ida Orr (Reed Party, Kolm) said the pier was gone.",
            says("Ida Orr", "the pier was gone"),
        ),
        row(
            "Nuala O’Keeley won. “I slept badly,” O’Keeley said.",
            says("Nuala O’Keeley", "I slept badly"),
        ),
        row("“I was lucky,” Orr said.\nIda Orr, 54, runs the lock.", says("Ida Orr", "I was lucky")),
        row(
            "Mayor Ana Ruiz and her son Leo Ruiz own the kiosk. Ms. Ruiz said it was closed.",
            says("Ana Ruiz", "it was closed"),
        ),
    ],
    "titles and descriptions": [
        row("Former harbour master Bo Lund said the pier was gone.", says("Bo Lund", "the pier was gone")),
        row(
            "Ana Ruiz, who has led the council since 2019, said the pier was gone.",
            says("Ana Ruiz", "the pier was gone"),
        ),
        row(
            "A spokeswoman for the coast guard, Ida Orr, said the pier was gone.",
            says("Ida Orr", "the pier was gone"),
        ),
        row(
            "A spokesman for Ana Ruiz said the pier was gone.",
            says((None, "a spokesman for Ana Ruiz", "A spokesman for Ana Ruiz"), "the pier was gone"),
        ),
        row("The firm’s chief executive, Bo Lund, said the pier was gone.", says("Bo Lund", "the pier was gone")),
        row("Ida Orr of the University of Kolm said the pier was gone.", says("Ida Orr", "the pier was gone")),
        row(
            "Ana Ruiz’s brother said the pier was gone.",
            says((None, "Ana Ruiz’s brother"), "the pier was gone"),
        ),
        row(
            "Ana Ruiz met Ida Ruiz on the pier. Ruiz said it was closed.",
            says(None, "it was closed", anonymous=False),
        ),
    ],
    "groups, capitals, the newspaper": [
        row(
            "Dravo’s envoy was sent home on Friday. Dravo said it would recall its own.",
            says("Dravo", "it would recall its own"),
        ),
        row("The White Lodge said the talks were over.", says("White Lodge", "the talks were over")),
        row(
            "The Orvian Foreign Ministry said its envoy was safe.",
            says("Orvian Foreign Ministry", "its envoy was safe"),
        ),
        row(
            "The Ruiz campaign said the vote was fair.",
            says(("Ruiz campaign", "the Ruiz campaign"), "the vote was fair"),
        ),
        row(
            "The Dravo government met in Sorrel on Monday. Sorrel said it would recall its envoy.",
            says(("Sorrel", "Dravo government", "the Dravo government", "Dravo"), "it would recall its envoy"),
        ),
        row(
            "The Orvian Rowing Union (ORU) met on Monday. The ORU said the cup was safe.",
            says(("Orvian Rowing Union", "Orvian Rowing Union (ORU)"), "the cup was safe"),
        ),
        row(
            "The Tolben Herald printed the list on Monday. The newspaper said it had checked every name.",
            says("Tolben Herald", "it had checked every name"),
        ),
        row(
            "Greywater Lines runs the ferry. The company said it was sorry.",
            says("Greywater Lines", "it was sorry"),
        ),
    ],
    "unnamed sources": [
        row(
            "Two officials familiar with the talks said the pier would be sold.",
            says(
                None,
                "the pier would be sold",
                anonymous=True,
                source="Two officials familiar with the talks",
            ),
        ),
        row(
            "The pier will be sold, sources told the Tolben Herald.",
            says(None, "The pier will be sold", anonymous=True, source="sources"),
        ),
        row(
            "A senior official, who asked not to be named because the talks are secret, said the pier would be sold.",
            says(
                None,
                "the pier would be sold",
                anonymous=True,
                anonymity="[asked] not to be named because the talks are secret",
            ),
        ),
        row(
            "Speaking on condition of anonymity, a diplomat said the pier would be sold.",
            says(None, "the pier would be sold", anonymous=True, anonymity="[Speaking] on condition of anonymity"),
        ),
        row(
            "According to people close to Ana Ruiz, the pier will be sold.",
            says(None, "the pier will be sold", anonymous=True),
        ),
        row("Critics say the pier is a waste of money.", says(None, "the pier is a waste of money", anonymous=True)),
        row("“It will be sold,” a source said.", says(None, "It will be sold", anonymous=True, anonymity="")),
        row(
            "An official said the pier was gone. He added that the road was wet.",
            says(None, "the pier was gone", anonymous=True),
            says(None, "the road was wet", anonymous=True),
        ),
        row(
            "The pier will be sold, said three people with knowledge of the talks, who were not authorised to speak publicly.",
            says(None, "The pier will be sold", anonymous=True, anonymity="[were] not authorised to speak publicly"),
        ),
        row(
            "Bo Lund, an official at the lock, said the pier was gone.",
            says("Bo Lund", "the pier was gone", anonymous=False),
        ),
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
    "whole reports": [
        row(
            "The pier of Tolben will be sold, two officials told the Vale Press on Monday.\n"
            "Mayor Ana Ruiz denied it. “Nobody is selling anything,” she said. “Ask the council.”\n"
            "But Bo Lund, who runs the ferry, said he had seen the contract.\n"
            "“It names a price,” Lund added.",
            says(None, "The pier of Tolben will be sold", anonymous=True),
            says("Ana Ruiz", "Nobody is selling anything … Ask the council", form="direct"),
            says("Bo Lund", "he had seen the contract", form="indirect"),
            says("Bo Lund", "It names a price", form="direct"),
        ),
        row(
            "The dam above Kolm is cracked, according to a report by the Harbour Institute.\n"
            "Greywater Lines, which owns it, rejected the report.\n"
            "“The dam is sound,” said its chief executive, Ida Orr. She called on the institute to publish its data.",
            says(("Harbour Institute", "a report by the Harbour Institute"), "The dam above Kolm is cracked"),
            says("Greywater Lines", "the report", stance="rejects"),
            says("Ida Orr", "The dam is sound", form="direct"),
            says("Ida Orr", "[the institute] to publish its data", stance="demands"),
        ),
        row(
            "‘They’ve shut the lock’, Bo Lund told the Kolm Courier. ‘I’m stuck.’\n"
            "The harbour ministry said the lock would open by 6 p.m., but would not say why it was closed.\n"
            "Lund said he had asked three times. ‘Nobody answers.’",
            says("Bo Lund", "They’ve shut the lock … I’m stuck", form="direct"),
            says(("the harbour ministry", "harbour ministry"), "the lock would open by 6 p.m."),
            says("Bo Lund", "he had asked three times … Nobody answers", form="mixed"),
        ),
    ],
}


@pytest.mark.parametrize("row", parameters(PHENOMENA))
def test_speakers(row, reader):
    assert disagreements(row, reader) == []
