"""Quote marks of all kinds, and dashes that stand for them: where speech begins, breaks off, goes on and ends."""

import pytest

from tests.statements.telling import Phenomena, disagreements, parameters, quiet, row, says

PHENOMENA: Phenomena = {
    "British single marks": [
        row(
            "‘We can’t lose the boys’ cup,’ said Ana Ruiz, the harbour mayor.",
            says("Ana Ruiz", "We can’t lose the boys’ cup", form="direct"),
        ),
        row(
            "Bo Lund said: ‘It’s the crew’s own fault that the ’90s ferry sank.’",
            says("Bo Lund", "It’s the crew’s own fault that the ’90s ferry sank", form="direct"),
        ),
        row(
            "‘It is over’, Ida Orr told the inquiry. ‘Nobody’s coming back to Kolm.’",
            says("Ida Orr", "It is over … Nobody’s coming back to Kolm", form="direct"),
        ),
        row(
            "‘Bo told me, “Never again,” and he meant it,’ said Ida Orr.",
            says("Ida Orr", "Bo told me, “Never again,” and he meant it", form="direct"),
        ),
        row(
            "Ana Ruiz called the plan ‘a fishermen’s nightmare’ on Monday.",
            says("Ana Ruiz", "the plan ‘a fishermen’s nightmare’", form="mixed"),
        ),
    ],
    "American double marks": [
        row(
            "“We’re done,” Ana Ruiz said Friday. “The pier is gone.”",
            says("Ana Ruiz", "We’re done … The pier is gone", form="direct"),
        ),
        row(
            "“The ferry was late again,” said Bo Lund, who runs the kiosk.",
            says("Bo Lund", "The ferry was late again", form="direct"),
        ),
        row(
            "Ida Orr said, “I heard him shout ‘Turn back!’ and then nothing.”",
            says("Ida Orr", "I heard him shout ‘Turn back!’ and then nothing", form="direct"),
        ),
        row(
            "“I’m not a quitter,” Ana Ruiz said on Tuesday, standing by the river, “and I’m not leaving.”",
            says("Ana Ruiz", "I’m not a quitter … and I’m not leaving", form="direct"),
        ),
        row(
            "“Who will pay for this?” Bo Lund asked.",
            says("Bo Lund", "Who will pay for this", form="direct", stance="asks"),
        ),
        row(
            "“[The pier] must go ... at once,” Bo Lund wrote.",
            says("Bo Lund", "[The pier] must go ... at once", form="direct"),
        ),
    ],
    "straight marks": [
        row(
            '"We won," said Ana Ruiz. "It took years."',
            says("Ana Ruiz", "We won … It took years", form="direct"),
        ),
        row(
            "'We won,' said Ana Ruiz. 'It's the rowers' cup now.'",
            says("Ana Ruiz", "We won … It's the rowers' cup now", form="direct"),
        ),
        row(
            'Bo Lund said the bridge was "a disgrace" and would not open.',
            says("Bo Lund", 'the bridge was "a disgrace" and would not open', form="mixed"),
        ),
        row(
            "``We won,'' Ida Orr said.",
            says("Ida Orr", "We won", form="direct"),
        ),
    ],
    "guillemets": [
        row("«We won», said Ana Ruiz.", says("Ana Ruiz", "We won", form="direct")),
        row(
            "« The pier is safe », Bo Lund told Radio Kolm, « but the road is not. »",
            says("Bo Lund", "The pier is safe … but the road is not", form="direct"),
        ),
        row(
            "»We won«, said Ana Ruiz. »It took years.«",
            says("Ana Ruiz", "We won … It took years", form="direct"),
        ),
        row(
            "Bo Lund said: »Nobody sleeps here any more.«",
            says("Bo Lund", "Nobody sleeps here any more", form="direct"),
        ),
    ],
    "low and high marks": [
        row(
            "„We won“, said Ana Ruiz. „It took years.“",
            says("Ana Ruiz", "We won … It took years", form="direct"),
        ),
        row("Ida Orr said: „The lock is full of reeds.”", says("Ida Orr", "The lock is full of reeds", form="direct")),
        row("‚The lock is full‘, said Bo Lund.", says("Bo Lund", "The lock is full", form="direct")),
        row("「The lock is full」, said Bo Lund.", says("Bo Lund", "The lock is full", form="direct")),
    ],
    "dashes": [
        row("— We won, said Ana Ruiz.", says("Ana Ruiz", "We won")),
        row(
            "— Where were you? asked Ida Orr.\n— At the lock, said Bo Lund.",
            says("Ida Orr", "Where were you", stance="asks"),
            says("Bo Lund", "At the lock"),
        ),
    ],
    "quotes over several paragraphs": [
        row(
            "“We rowed all night,” said Ana Ruiz. “Nobody slept.\n“In the morning the pier was gone.”",
            says("Ana Ruiz", "We rowed all night … Nobody slept … In the morning the pier was gone"),
        ),
        row(
            "Bo Lund said: “The first wave took the kiosk.\n“The second took the road.\n“After that we ran.”",
            says("Bo Lund", "The first wave took the kiosk … The second took the road … After that we ran"),
        ),
        row(
            "“The council had ten years to act.\n“It did nothing,” said Ida Orr.",
            says("Ida Orr", "The council had ten years to act … It did nothing"),
        ),
        row(
            "Ana Ruiz spoke first. “The pier will reopen in May,” she said.\n“We have the money,” she added.",
            says("Ana Ruiz", "The pier will reopen in May"),
            says("Ana Ruiz", "We have the money"),
        ),
        row(
            "Ana Ruiz issued a statement on Sunday:\n“The pier will reopen in May.”",
            says("Ana Ruiz", "The pier will reopen in May"),
        ),
    ],
    "quotation split in the middle": [
        row("“The pier,” Ana Ruiz said, “will not reopen.”", says("Ana Ruiz", "The pier … will not reopen")),
        row(
            "The pier, said Ana Ruiz, will not reopen.",
            says("Ana Ruiz", "The pier … will not reopen", form="indirect"),
        ),
        row(
            "“If it rains,” Ida Orr told the Herald on Monday, “we will move the fair, and if it snows, we will go home.”",
            says("Ida Orr", "If it rains … we will move the fair, and if it snows, we will go home"),
        ),
        row("The river, Bo Lund warned, “is not our friend”.", says("Bo Lund", "The river … is not our friend")),
        row(
            "Ida Orr opened the inquiry. The ferry, she said, left at 6 p.m. without its pilot.",
            says("Ida Orr", "The ferry … left at 6 p.m. without its pilot"),
        ),
        row(
            "“They came at noon,” Ida Orr, the lock keeper, said of the crews, “and they left with nothing.”",
            says("Ida Orr", "They came at noon … and they left with nothing"),
        ),
    ],
    "sentences after the split": [
        row(
            "“We won,” said Ana Ruiz. “It took years. Nobody believed in us.”",
            says("Ana Ruiz", "We won … It took years. Nobody believed in us"),
        ),
        row(
            "“It was dark,” Bo Lund recalled. “Then the lights went out on the far bank.”",
            says("Bo Lund", "It was dark … Then the lights went out on the far bank"),
        ),
        row(
            "Ida Orr said the lock was unsafe. “It leaks from both sides.”",
            says("Ida Orr", "the lock was unsafe … It leaks from both sides", form="mixed"),
        ),
        row(
            "“No,” Ana Ruiz said when asked about the pier. “Not this year.”",
            says("Ana Ruiz", "No … Not this year"),
        ),
        row(
            "“We won,” Ana Ruiz said. “They cheated,” said Bo Lund.",
            says("Ana Ruiz", "We won"),
            says("Bo Lund", "They cheated"),
        ),
        row(
            "“We won,” Ana Ruiz said. Bo Lund disagreed. “They cheated,” he said.",
            says("Ana Ruiz", "We won"),
            says("Bo Lund", "They cheated"),
        ),
    ],
    "quote marks that are no speech": [
        row(
            "Ana Ruiz said the play “The Last Ferry” would open in May.",
            says("Ana Ruiz", "the play “The Last Ferry” would open in May"),
            alone=True,
        ),
        row(
            "The “experts” arrived late, Bo Lund said.",
            says("Bo Lund", "The “experts” arrived late"),
            alone=True,
        ),
        quiet("The film “We Won” opened in Tolben on Friday."),
        quiet("Her novel, ‘The Drowned Lock’, sold 40,000 copies in Orvia."),
        quiet("The so-called “peace lane” was closed on Monday."),
        quiet("The band, known as “The Wet Rowers”, played until midnight."),
        quiet("The ferry “Old Kolm” sank in 1911 with all its cargo."),
        quiet('The 12" pipe burst near the lock, and a 6" one followed.'),
        row(
            "Ana ‘Skipper’ Ruiz said the crew was tired.",
            says(("Ana ‘Skipper’ Ruiz", "Ana Ruiz"), "the crew was tired", form="indirect"),
            alone=True,
        ),
        row(
            'Ida "The Eel" Orr won the race. "I was lucky," Orr said.',
            says(('Ida "The Eel" Orr', "Ida Orr"), "I was lucky", form="direct"),
            alone=True,
        ),
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
}


@pytest.mark.parametrize("row", parameters(PHENOMENA))
def test_quotes(row, reader):
    assert disagreements(row, reader) == []
