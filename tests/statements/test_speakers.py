"""Whom a source phrase means: one table for each way in which news names who speaks.

Sources stand in ⟦ ⟧ and what they report in ⟨ ⟩, so that no reader has a part in what is tested here. A row's `who` is the
speaker of its last source.
"""

from __future__ import annotations

import re
import time

import pytest

from headwater.model import Article, Span, words
from headwater.statements.attribution import Attribution
from headwater.statements.reading import read_statements
from headwater.statements.rules import RuleReader
from headwater.statements.sources import unnamed
from headwater.statements.speakers import Speaker, find_people, resolve

MARK = re.compile(r"[⟦⟧⟨⟩]")
PARAGRAPH = re.compile(r"[^\n]+")


def read(marked: str) -> tuple[str, list[Attribution]]:
    """The text without its marks, and one attribution for each ⟦source⟧ with the ⟨content⟩ that follows or precedes it."""
    text, sources, contents, opened = "", [], [], 0
    for piece in re.split(r"([⟦⟧⟨⟩])", marked):
        if piece in "⟦⟨" and piece:
            opened = len(text)
        elif piece == "⟧":
            sources.append(Span(start=opened, end=len(text)))
        elif piece == "⟩":
            contents.append(Span(start=opened, end=len(text)))
        else:
            text += piece
    contents.extend(Span(start=len(text), end=len(text)) for _ in sources)
    return text, [
        Attribution(
            source=(source,), cue=(), content=(content,), form="indirect", stance="asserts", hedge=None,
            anonymous=unnamed(source.of(text)), score=1.0,
        )
        for source, content in zip(sources, contents, strict=False)
    ]  # fmt: skip


def speakers(marked: str) -> list[Speaker]:
    text, found = read(marked)
    paragraphs = [Span(start=line.start(), end=line.end()) for line in PARAGRAPH.finditer(text)]
    return resolve(text, found, find_people(text), paragraphs)


def means(marked: str, who: str | None) -> None:
    found = speakers(marked)[-1]
    assert (found.name, found.anonymous) == (who, False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Ruiz left. ⟦She⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz left.\n“It rained,” ⟦she⟧ said.", "Ana Ruiz"),
        ("Ana Ruiz left.\n“It rained.”\n“It poured,” ⟦she⟧ said.", "Ana Ruiz"),
        ("⟦Ana Ruiz⟧ spoke of ⟨rain⟩. The pier was gone. ⟦She⟧ added that it fell.", "Ana Ruiz"),
        ("⟦Ana Ruiz⟧ said ⟨Sven Lund had left⟩. ⟦She⟧ said it rained.", "Ana Ruiz"),
        ("⟦Robin Ruiz⟧ said ⟨Kit Lund had left⟩. ⟦She⟧ said it rained.", "Robin Ruiz"),
        ("“Ida Orr has left,” ⟦Ana Ruiz⟧ said. ⟦She⟧ said it rained.", "Ana Ruiz"),
        ("“Ida Orr left,” said ⟦Ana Ruiz, who runs the yard of Jane Moss⟧.\n“It rained,” ⟦she⟧ said.", "Ana Ruiz"),
        ("Sven Lund met Ana Ruiz. ⟦He⟧ said it rained.", "Sven Lund"),
        ("Sven Lund met Ana Ruiz. ⟦She⟧ said it rained.", "Ana Ruiz"),
        ("Sven Lund left. He was tired. He slept. ⟦He⟧ said it rained.", "Sven Lund"),
        ("Sven Lund left, but ⟦he⟧ said it rained.", "Sven Lund"),
        ("⟦Sven Lund⟧ said ⟨Omar Moss was wrong⟩, but ⟦he⟧ added that it rained.", "Sven Lund"),
        ("When ⟦she⟧ was told of it, Ana Ruiz left.", "Ana Ruiz"),
        ("It fell. Back when he wrote his book, ⟦Mr. Lund⟧ said it rained. ⟦He⟧ has changed his mind.", "Lund"),
        ("Ana Ruiz left.\nThe pier fell. Rain came in.\n“It rained,” ⟦she⟧ said.", "Ana Ruiz"),
        ("The mayor, Ana Ruiz, left. ⟦She⟧ said it rained.", "Ana Ruiz"),
        ("Kerr Lund, the harbour chief, left. “It rained,” ⟦he⟧ said.", "Kerr Lund"),
        ("Sven Lund left. In ⟦his⟧ letter it rained.", "Sven Lund"),
        ("Sven Lund left. ⟦His letter⟧ said it rained.", "Sven Lund"),
        ("⟦Ana Ruiz’s letter⟧ said it rained.", "Ana Ruiz"),
    ],
)
def test_a_pronoun_is_the_only_person_it_can_mean(text: str, who: str) -> None:
    means(text, who)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "⟦He⟧ said it rained.",
            "Sven Lund met Omar Moss. ⟦He⟧ said it rained.",
            "Sven Lund left, and Omar Moss stayed. ⟦He⟧ said it rained.",
            "Robin Ruiz and Chris Lund left. ⟦She⟧ said it rained.",
            "The pier of Robin Ruiz fell. ⟦She⟧ said it rained.",
            "“Ana Ruiz has left.” ⟦She⟧ said it rained.",
            "Sven Lund left. A fisherman rowed home. ⟦He⟧ said it rained.",
            "Ana Ruiz left. ⟦Her campaign⟧ said it rained.",
        ][:8],
        "Ana Ruiz left. ⟦Her campaign⟧ said it rained.",
    ],
)
def test_a_pronoun_with_no_or_several_candidates_is_nobody(text: str) -> None:
    means(text, None)


def test_a_pronoun_inside_a_quotation_is_nobody() -> None:
    assert speakers("Ana Ruiz left. “⟦She⟧ said it rained,” ⟦Sven Lund⟧ said.")[0].name is None


@pytest.mark.parametrize("source", ["All", "each", "Few", "Both", "Something", "Everything in the hall", "anything"])
def test_a_word_that_could_be_anyone_or_no_one_is_nobody(source: str) -> None:
    means(f"Ana Ruiz left. ⟦{source}⟧ suggested that it rained.", None)


@pytest.mark.parametrize("first", ["I", "We", "you", "My", "me"])
def test_whoever_writes_in_the_first_person_is_nobody(first: str) -> None:
    means(f"Ana Ruiz left. ⟦{first}⟧ think it rained.", None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Harbour Minister Ana Ruiz left. ⟦The minister⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz, 54, left. ⟦The 54-year-old⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz, aged 54, met Sven Lund, 45. ⟦The 54-year-old rower⟧ said it rained.", "Ana Ruiz"),
        ("Bo Lund, a former teacher, left. ⟦The former teacher⟧ said it rained.", "Bo Lund"),
        ("Bo Lund, who was a teacher and a keen rower, left. ⟦The rower⟧ said it rained.", "Bo Lund"),
        ("Orvian leader Ana Ruiz met the Dravian leader, Bo Lund. ⟦The Orvian leader⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz, the leader of Orvia, left. ⟦The Orvian leader⟧ said it rained.", "Ana Ruiz"),
        ("Bo Lund is the only billionaire of Kolm. ⟦The billionaire⟧ said it rained.", "Bo Lund"),
        ("Kolm’s mayor, Ana Ruiz, left. ⟦The mayor⟧ said it rained.", "Ana Ruiz"),
        ("Sen. Ana Ruiz met Gov. Bo Lund. ⟦The senator⟧ said it rained.", "Ana Ruiz"),
        ("Finance Minister Ana Ruiz met Prime Minister Bo Lund. ⟦The prime minister⟧ said it rained.", "Bo Lund"),
        ("Mayor Ana Ruiz left. ⟦The mayor’s⟧ view is that it rained.", "Ana Ruiz"),
        ("Mayor Ana Ruiz left. The mayor was late. ⟦She⟧ said it rained.", "Ana Ruiz"),
    ],
)
def test_a_description_is_the_only_person_the_article_ties_to_it(text: str, who: str) -> None:
    means(text, who)


@pytest.mark.parametrize(
    "text",
    [
        "⟦The minister⟧ said it rained.",
        "Finance Minister Ana Ruiz met Harbour Minister Bo Lund. ⟦The minister⟧ said it rained.",
        "Vice President Bo Lund left. ⟦The president⟧ said it rained.",
        "Former President Bo Lund left. ⟦The president⟧ said it rained.",
        "Orvian leader Ana Ruiz left. ⟦The Dravian leader⟧ said it rained.",
        "A judge heard Ana Ruiz, a judge from Kolm. ⟦The judge⟧ said it rained.",
        "Bo Lund, a spokesman for the minister, left. ⟦The minister⟧ said it rained.",
    ],
)
def test_a_description_of_nobody_or_of_two_is_nobody(text: str) -> None:
    means(text, None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana María Ruiz left. ⟦Ruiz⟧ said it rained.", "Ana María Ruiz"),
        ("Ana Ruiz left. ⟦Ana⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz left. ⟦Ms Ruiz⟧ said it rained.", "Ana Ruiz"),
        ("Bo “The Hammer” Lund left. ⟦Lund⟧ said it rained.", "Bo “The Hammer” Lund"),
        ('Bo "Hook" Lund left. ⟦Bo Lund⟧ said it rained.', 'Bo "Hook" Lund'),
        ("Bo “The Hammer” Lund left. ⟦Bo “The Hammer” Lund⟧ said it rained.", "Bo “The Hammer” Lund"),
        ("Ana Ruiz spoke. Ruiz left. Her sister Ida Ruiz stayed. ⟦Ruiz⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz met Sven Ruiz. ⟦Mr. Ruiz⟧ said it rained.", "Sven Ruiz"),
        ("It fell.\nPresident Ruiz left. He was with Ida Ruiz. ⟦Ruiz⟧ said it rained.", "Ruiz"),
        ("“We want Crooked Ana Ruiz,” they sang. Ana Ruiz left. ⟦Ruiz⟧ said it rained.", "Ana Ruiz"),
        ("⟦Harbour Minister Ana Ruiz⟧ said it rained.", "Ana Ruiz"),
        ("⟦Rep. Ana Ruiz (D-Kolm), head of the board of Jane Moss,⟧ said it rained.", "Ana Ruiz"),
        ("⟦Ana Ruiz, who leads the committee that wrote the report with Bo Lund,⟧ said it rained.", "Ana Ruiz"),
        ("⟦A lawyer for Bo Lund, Ana Ruiz,⟧ said it rained.", "Ana Ruiz"),
        ("⟦Lund’s niece, councillor Ana Ruiz (Kolm North),⟧ said it rained.", "Ana Ruiz"),
        ("⟦Kolm campaign spokesman Sven Lund⟧ said it rained.", "Sven Lund"),
        ("⟦Secretary of State Ana Ruiz⟧ said it rained.", "Ana Ruiz"),
        ("Ana Ruiz left, ⟦who⟧ said it rained.", None),
        ("Ana Ruiz, ⟦who⟧ said it rained, left.", "Ana Ruiz"),
        ("⟦An aide to Mayor Ana Ruiz⟧ was heard. ⟦Supporters of Ana Ruiz⟧ said it rained.", "Supporters of Ana Ruiz"),
        ("⟦The Ruiz campaign⟧ said it rained.", "Ruiz campaign"),
    ],
)
def test_a_name_is_the_fullest_one_that_the_article_gives(text: str, who: str | None) -> None:
    means(text, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Ruiz met Bo Lund. ⟦Ruiz and Lund⟧ said it rained.", "Ana Ruiz and Bo Lund"),
        ("⟦Ministers Ana Ruiz and Bo Lund⟧ said it rained.", "Ana Ruiz and Bo Lund"),
        ("⟦Sens. Ana Ruiz (D-Kolm), Ida Orr (R-Rusk) and Bo Lund⟧ said it rained.", "Ana Ruiz, Ida Orr and Bo Lund"),
        ("Ana Ruiz met Bo Lund. ⟦Ruiz and Lund⟧ spoke. ⟦They⟧ said it rained.", "Ana Ruiz and Bo Lund"),
        ("Mr. Moss met Mr. Lund. ⟦Both men⟧ said it rained.", "Moss and Lund"),
        ("Minister Ana Ruiz met Minister Bo Lund. ⟦The two ministers⟧ said it rained.", "Ana Ruiz and Bo Lund"),
        ("Ministers met in Kolm. ⟦The two ministers⟧ said it rained.", None),
        ("Mr. Moss met Mr. Lund and Mr. Orr. ⟦Both men⟧ said it rained.", None),
        ("⟦The ministry and the police⟧ said it rained.", "the ministry and the police"),
    ],
)
def test_plural_sources_are_their_people(text: str, who: str | None) -> None:
    means(text, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("⟦Moscow⟧ said it rained.", "Moscow"),
        ("⟦The White House⟧ said it rained.", "White House"),
        ("⟦Downing Street⟧ said it rained.", "Downing Street"),
        ("⟦Brussels⟧ said it rained.", "Brussels"),
        ("Ida Paris left. ⟦Paris⟧ said it rained.", None),
        ("Moscow was quiet. ⟦It⟧ said it rained.", None),
        ("⟦Moscow⟧ spoke. ⟦It⟧ said it rained.", "Moscow"),
    ],
)
def test_a_capital_speaks_for_its_government_in_its_own_words(text: str, who: str | None) -> None:
    means(text, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Orvian Press Agency (OPA) was late. ⟦OPA⟧ said it rained.", "Orvian Press Agency"),
        ("OPA (Orvian Press Agency) was late. ⟦OPA⟧ said it rained.", "Orvian Press Agency"),
        ("The Orvian Nurses Union met. ⟦The ONU⟧ said it rained.", "Orvian Nurses Union"),
        ("⟦OPA⟧ said it rained.", "OPA"),
        ("The Tolben Herald asked. ⟦The newspaper⟧ said it rained.", "Tolben Herald"),
        ("The Tolben Herald asked. ⟦The paper⟧ said it rained.", "Tolben Herald"),
        ("The Orvian Press Agency (OPA) asked. ⟦The agency⟧ said it rained.", "Orvian Press Agency"),
        ("Greywater Lines sank. ⟦The company⟧ said it rained.", "Greywater Lines"),
        ("It hired Kolmex, a Rusk-based company. ⟦The company⟧ said it rained.", "Kolmex"),
        ("The Ministry of Harbours met. ⟦The ministry⟧ said it rained.", "Ministry of Harbours"),
        ("The Tolben Herald and the Kolm Gazette asked. ⟦The newspaper⟧ said it rained.", "the newspaper"),
        ("A newspaper asked. The Tolben Herald did not. ⟦The newspaper⟧ said it rained.", "the newspaper"),
        ("⟦The newspaper⟧ said it rained. The Tolben Herald did not.", "the newspaper"),
        ("⟦The ministry⟧ said it rained.", "the ministry"),
        ("⟦The union’s officers in Kolm and Rusk⟧ said it rained.", "the union’s officers in Kolm and Rusk"),
    ],
)
def test_groups_are_the_name_they_stand_for_else_their_own_words(text: str, who: str) -> None:
    means(text, who)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("⟦Two officials familiar with the talks⟧ said it rained.", ""),
        ("⟦Sources⟧ said it rained.", ""),
        ("⟦A person briefed on the matter⟧ said it rained.", ""),
        ("⟦People close to Ana Ruiz⟧ said it rained.", ""),
        (
            "⟦A Kolm official who spoke on condition of anonymity because the talks were private⟧ said it rained.",
            "spoke on condition of anonymity because the talks were private",
        ),
        ("⟦A rower, who asked not to be named,⟧ said it rained.", "asked not to be named"),
        (
            "⟦Two aides⟧ said it rained. The aides spoke on the condition of anonymity because they were not authorised to speak.",
            "spoke on the condition of anonymity because they were not authorised to speak",
        ),
        (
            "⟦One aide⟧ said it rained, speaking anonymously for fear of the mayor.",
            "speaking anonymously for fear of the mayor",
        ),
        (
            "⟦An aide⟧, who was not authorised to speak publicly, said it rained.",
            "was not authorised to speak publicly",
        ),
        (
            "⟦An aide⟧ said it rained. He declined to be identified, citing the mood in Kolm.",
            "declined to be identified, citing the mood in Kolm",
        ),
        (
            "⟦A nurse whose name is being withheld for her safety⟧ said it rained.",
            "whose name is being withheld for her safety",
        ),
        ("⟦Two aides⟧ said it rained.\nA rower spoke on condition of anonymity.", ""),
    ],
)
def test_unnamed_sources_with_the_terms_that_the_outlet_gives(text: str, terms: str) -> None:
    found = speakers(text)[0]
    assert (found.name, found.anonymous) == (None, True)
    assert words(found.anonymity, MARK.sub("", text)) == terms


@pytest.mark.parametrize(
    "text",
    [
        "⟦Ana Ruiz, an official of the club,⟧ said it rained. Two others spoke on condition of anonymity.",
        "⟦Kolm⟧ said it rained. A rower spoke on condition of anonymity.",
        "⟦The ministry⟧ said it rained. An aide asked not to be named.",
    ],
)
def test_whoever_has_a_name_is_not_unnamed_for_the_terms_of_others(text: str) -> None:
    found = speakers(text)[0]
    assert (found.anonymous, found.anonymity) == (False, ())


def test_the_terms_of_one_source_are_not_those_of_another() -> None:
    found = speakers("⟦Two aides⟧ said it rained. ⟦A rower who asked not to be named⟧ said it fell.")
    assert [bool(each.anonymity) for each in found] == [False, True]


def test_a_pronoun_for_an_unnamed_source_is_unnamed() -> None:
    found = speakers("⟦A senior official⟧ said ⟨it rained⟩. ⟦He⟧ said it fell.")
    assert [(each.name, each.anonymous) for each in found] == [(None, True)] * 2


def test_the_terms_travel_with_the_statement() -> None:
    text = "Two aides said it rained. They spoke on condition of anonymity."
    article = Article(
        id="a", page="p", places=(), title=None, outlet=None, url=None, authors=(), published=None, language="en",
        section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip
    found = [each for each in read_statements([article], reader=RuleReader()) if each.anonymous]
    assert [words(each.anonymity, text) for each in found] == ["spoke on condition of anonymity"]


@pytest.mark.parametrize(
    "noise",
    [
        "Ana Ruiz he ",
        "“Ana ",
        "the a minister ",
        "Mr. A",
        "Ana “B” Ruiz, 54, ",
        "A",
        "He said. ",
        "(OPA) ",
        ", who was not ",
        "Ruiz and ",
    ],
)
def test_hostile_text_takes_bounded_time(noise: str) -> None:
    text = noise * (10_000 // len(noise))
    spans = [Span(start=at, end=at + 5) for at in range(0, len(text) - 5, 50)]
    found = [read("⟦x⟧")[1][0]]
    found = [
        Attribution(
            source=(span,), cue=(), content=(), form="direct", stance="asserts", hedge=None, anonymous=False, score=1.0
        )
        for span in spans
    ]  # fmt: skip
    start = time.process_time()
    resolve(text, found, find_people(text), [Span(start=0, end=len(text))])
    assert time.process_time() - start < 3
