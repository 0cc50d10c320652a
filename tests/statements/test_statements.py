"""Who said what: one table for each way in which a text reports a statement."""

from __future__ import annotations

import time

import pytest

from headwater.model import Article, Block, Span, Statement, words
from headwater.statements import read_statements

UNASKED = "unasked"
RUIZ = "Mayor Ana Ruiz opened the session.\n"
"""Makes her full name known to the article."""


def article(text: str, title: str | None = None, headline: str = "") -> Article:
    blocks: tuple[Block, ...] = (Block(span=Span(start=0, end=len(headline)), role="headline"),) if headline else ()
    rest = [line for line in text.split("\n") if line and line != headline]
    blocks += tuple(
        Block(span=Span(start=text.index(line), end=text.index(line) + len(line)), role="paragraph") for line in rest
    )
    return Article(
        id="article",
        page="page",
        places=(),
        title=title,
        outlet=None,
        url=None,
        authors=(),
        published=None,
        language="en",
        section=None,
        tags=(),
        credits=(),
        rights=None,
        translations=(),
        text=text,
        blocks=blocks,
        cuts=(),
        by="test",
    )


def statements(text: str, title: str | None = None) -> list[Statement]:
    return list(read_statements([article(text, title)]))


def attributes(text: str, *, what: str, title: str | None = None, **wanted: object) -> Statement:
    """Assert that one statement of the text has this content, and whatever else is named of it."""
    found = statements(text, title)
    shown = [words(each.content, title or "" if each.part == "title" else text) for each in found]
    assert what in shown, shown
    [statement] = [each for each, content in zip(found, shown, strict=True) if content == what]
    string = title or "" if statement.part == "title" else text
    seen: dict[str, object] = {
        "who": statement.speaker,
        "source": words(statement.source, string),
        "cue": words(statement.cue, string),
        "form": statement.form,
        "stance": statement.stance,
        "hedge": statement.hedge,
        "anonymous": statement.anonymous,
        "part": statement.part,
    }
    assert {key: seen[key] for key in wanted} == wanted
    return statement


def silent(text: str) -> None:
    """Assert that nobody is reported to say anything."""
    assert [words(each.content, text) for each in statements(text)] == []


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("“We won,” said Ana Ruiz.", "Ana Ruiz", "We won"),
        ("“We won,” Ana Ruiz said.", "Ana Ruiz", "We won"),
        ("Ana Ruiz said: “We won.”", "Ana Ruiz", "We won"),
        ("Ana Ruiz said, “We won at last.”", "Ana Ruiz", "We won at last"),
        ('"We won," Ana Ruiz said.', "Ana Ruiz", "We won"),
        ("‘We won’, said Ana Ruiz.", "Ana Ruiz", "We won"),
        ("'We can't lose the boys' cup,' said Ana Ruiz.", "Ana Ruiz", "We can't lose the boys' cup"),
        ("''We won,'' Ana Ruiz said.", "Ana Ruiz", "We won"),
        ("«We won», said Ana Ruiz.", "Ana Ruiz", "We won"),
        ("„We won“, said Ana Ruiz.", "Ana Ruiz", "We won"),
        ("— We won, said Ana Ruiz.", "Ana Ruiz", "We won"),
        ("“Why now?” Ana Ruiz asked.", "Ana Ruiz", "Why now?"),
        ("“We won,” Ana Ruiz told the Tolben Herald on Friday.", "Ana Ruiz", "We won"),
        ("“We won,” Ana Ruiz said in an interview on Friday.", "Ana Ruiz", "We won"),
        ("“We won,” said Ana Ruiz, a rower from Tolben.", "Ana Ruiz", "We won"),
        ("“We won,” said harbour master Ana Ruiz.", "Ana Ruiz", "We won"),
    ],
)
def test_direct_speech(text: str, who: str, what: str) -> None:
    attributes(text, who=who, what=what, form="direct")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("“We won,” Ana Ruiz said, “and we will again.”", "We won … and we will again."),
        ("“We won,” said Ana Ruiz. “It took years.”", "We won … It took years."),
        ("Ana Ruiz said the crew was tired. “They rowed all night.”", "the crew was tired … They rowed all night."),
        ("“We won,” said Ana Ruiz. “We rowed.\n“We never slept.”", "We won … We rowed. … We never slept."),
        ("Ana Ruiz noted:\n“We have won it all.”", "We have won it all."),
        ("“We rowed.\n“We never slept,” said Ana Ruiz.", "We rowed. … We never slept"),
        ("The plan, Ana Ruiz said, is dead.", "The plan … is dead"),
    ],
)
def test_content_in_pieces_is_one_statement(text: str, what: str) -> None:
    attributes(text, who="Ana Ruiz", what=what.replace(". …", " …").removesuffix("."))


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Ana Ruiz said that it rained.", "Ana Ruiz", "that it rained"),
        ("Ana Ruiz said it rained.", "Ana Ruiz", "it rained"),
        ("Ana Ruiz said on Friday that it rained.", "Ana Ruiz", "that it rained"),
        ("Ana Ruiz told reporters that it rained.", "Ana Ruiz", "that it rained"),
        ("Ana Ruiz told the council it rained.", "Ana Ruiz", "it rained"),
        ("It rained, Ana Ruiz said.", "Ana Ruiz", "It rained"),
        ("It rained, said Ana Ruiz.", "Ana Ruiz", "It rained"),
        ("According to Ana Ruiz, it rained.", "Ana Ruiz", "it rained"),
        ("It rained, according to Ana Ruiz.", "Ana Ruiz", "It rained"),
        ("The river, according to Ana Ruiz, has dropped.", "Ana Ruiz", "The river … has dropped"),
        ("As Ana Ruiz told the council, it rained.", "Ana Ruiz", "it rained"),
        ("Ana Ruiz was quoted as saying that it rained.", "Ana Ruiz", "that it rained"),
        ("Ana Ruiz, the mayor of Tolben, said it rained.", "Ana Ruiz", "it rained"),
        ("Ana Ruiz went on to say that it rained.", "Ana Ruiz", "that it rained"),
        ("Ana Ruiz asked whether it rained.", "Ana Ruiz", "whether it rained"),
        ("TOLBEN, Oct. 3 (OPN) — It rained, Ana Ruiz said on Friday.", "Ana Ruiz", "It rained"),
        ("Tests found that it rained, Ana Ruiz said.", "Ana Ruiz", "Tests found that it rained"),
        ("Ana Ruiz said the pier, which she built, was gone.", "Ana Ruiz", "the pier, which she built, was gone"),
        ("Ana Ruiz said 40,000 crowns were gone.", "Ana Ruiz", "40,000 crowns were gone"),
    ],
)
def test_reported_speech(text: str, who: str, what: str) -> None:
    attributes(text, who=who, what=what, form="indirect")


def test_mixed_speech_keeps_its_quote_marks_inside() -> None:
    attributes(
        "Ana Ruiz said the dam was “a folly” and a waste.",
        who="Ana Ruiz",
        what="the dam was “a folly” and a waste",
        form="mixed",
    )


def test_a_quoted_predicate_takes_its_subject_along() -> None:
    text = RUIZ + "The council, Ruiz added, “sees no reason to row”."
    attributes(text, who="Ana Ruiz", what="The council … sees no reason to row", form="mixed")


@pytest.mark.parametrize(
    ("text", "what", "cue", "stance"),
    [
        ("Ana Ruiz denied that it rained.", "that it rained", "denied", "denies"),
        ("Ana Ruiz denied receiving any letter.", "receiving any letter", "denied", "denies"),
        ("Ana Ruiz rejected the plan.", "the plan", "rejected", "rejects"),
        ("Ana Ruiz dismissed the claims as baseless.", "the claims as baseless", "dismissed", "rejects"),
        ("Ana Ruiz played down the plan.", "the plan", "played down", "rejects"),
        ("Ana Ruiz pushed back on Friday against the plan.", "the plan", "pushed back on Friday against", "rejects"),
        ("Ana Ruiz doubted that it rained.", "that it rained", "doubted", "doubts"),
        ("Ana Ruiz does not believe that it rained.", "that it rained", "does not believe", "doubts"),
        ("Ana Ruiz urged Tolben to wait.", "Tolben to wait", "urged", "demands"),
        ("Ana Ruiz called for a new vote.", "a new vote", "called for", "demands"),
        ("Ana Ruiz vowed to rebuild the pier.", "to rebuild the pier", "vowed", "promises"),
        ("Ana Ruiz asked why it rained.", "why it rained", "asked", "asks"),
        ("Ana Ruiz warned that it would rain.", "that it would rain", "warned", "asserts"),
        ("Ana Ruiz called the plan a folly.", "the plan a folly", "called", "asserts"),
        ("Ana Ruiz accused Tolben of theft.", "Tolben of theft", "accused", "asserts"),
        ("Ana Ruiz’s claim that it rained", "that it rained", "claim", "asserts"),
    ],
)
def test_stance_towards_content(text: str, what: str, cue: str, stance: str) -> None:
    attributes(text, who="Ana Ruiz", what=what, cue=cue, stance=stance)


@pytest.mark.parametrize(
    ("text", "what", "cue"),
    [
        ("Ana Ruiz said it rained, adding that the pier was gone.", "that the pier was gone", "adding"),
        ("Ana Ruiz said it rained, while stressing that the pier stands.", "that the pier stands", "stressing"),
        ("Ana Ruiz said it rained and warned that the pier was gone.", "that the pier was gone", "warned"),
        ("Ana Ruiz replied sharply, calling the plan “a folly”.", "the plan “a folly", "calling"),
    ],
)
def test_one_source_with_several_cues(text: str, what: str, cue: str) -> None:
    attributes(
        text.replace("folly”.", "folly”"),
        who="Ana Ruiz",
        what=what.replace("folly", "folly”") if "“" in what else what,
        cue=cue,
    )


def test_clauses_of_two_cues_do_not_overlap() -> None:
    attributes("Ana Ruiz said it rained, adding that the pier was gone.", what="it rained", cue="said")
    attributes("Ana Ruiz said it rained and warned that the pier was gone.", what="it rained", cue="said")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz declined to say whether it rained.",
        "Ana Ruiz refused to comment on the rain.",
        "Ana Ruiz did not comment on the rain.",
        "Ana Ruiz did not say that it rained.",
        "Nothing in the report suggested that it rained.",
        "Ana Ruiz is expected to say on Friday that it rained.",
        "Ana Ruiz will announce the winner on Friday.",
        "The so-called “King of Tolben” rowed home.",
        "The boys' club, led by Bo “Whitey” Lund, closed in the '90s.",
        "A club called Dawn rowed past the tax plans of the ministry.",
        "It rained all day in the United States and in Tolben.",
    ],
)
def test_no_statement(text: str) -> None:
    silent(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Two officials said it rained.", "it rained"),
        ("Officials in Tolben and Kolm said it rained.", "it rained"),
        ("A senior Tolben official said it rained.", "it rained"),
        ("Sources familiar with the talks said it rained.", "it rained"),
        ("Reports indicate that it rained.", "that it rained"),
        ("Some analysts say it rained.", "it rained"),
        ("It rained, according to a person briefed on the matter.", "It rained"),
        ("One aide said it rained, speaking on condition of anonymity.", "it rained"),
    ],
)
def test_unnamed_sources(text: str, what: str) -> None:
    attributes(text, who=None, what=what, anonymous=True)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund left. A mechanic at the yard where the ship was built, who asked not to be named, said it fell. He said it rained.",
        "Two rowers of the club, who did not want to be named, said it fell. One of them said it rained.",
    ],
)
def test_an_unnamed_source_never_becomes_somebody_else(text: str) -> None:
    attributes(text, who=None, what="it rained")


def test_an_unnamed_source_stays_unnamed_when_it_speaks_again() -> None:
    text = "A senior official said it rained. The official added that the pier was gone."
    attributes(text, who=None, what="that the pier was gone", anonymous=True)


@pytest.mark.parametrize(
    ("text", "who", "source"),
    [
        ("Tolben said it rained.", "Tolben", "Tolben"),
        ("The ministry said it rained.", "the ministry", "The ministry"),
        ("The White Lodge said it rained.", "White Lodge", "The White Lodge"),
        ("The Ruiz campaign said it rained.", "Ruiz campaign", "The Ruiz campaign"),
        ("An aide to Ana Ruiz said it rained.", None, "An aide to Ana Ruiz"),
        ("Supporters of Ana Ruiz said it rained.", "Supporters of Ana Ruiz", "Supporters of Ana Ruiz"),
        ("He said it rained.", None, "He"),
        ("The minister said it rained.", None, "The minister"),
    ],
)
def test_groups_speak_in_their_own_words_and_unclear_people_not_at_all(text: str, who: str | None, source: str) -> None:
    attributes(text, who=who, source=source, what="it rained")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tolben Harbour Minister Ana Ruiz said it rained.", "Tolben Harbour Minister Ana Ruiz"),
        ("Ana Ruiz, a keen rower, said it rained.", "Ana Ruiz, a keen rower"),
        ("On Friday the mayor, Ana Ruiz, said it rained.", "the mayor, Ana Ruiz"),
        ("But in the end Ms. Ruiz, 46, said it rained.", "Ms. Ruiz, 46"),
    ],
)
def test_the_source_is_the_whole_phrase(text: str, source: str) -> None:
    attributes(text, source=source, what="it rained")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (RUIZ + "Ruiz said it rained.", "Ana Ruiz"),
        (RUIZ + "Ms. Ruiz said it rained.", "Ana Ruiz"),
        (RUIZ + "The mayor said it rained.", "Ana Ruiz"),
        (RUIZ + "She said it rained.", "Ana Ruiz"),
        (RUIZ + "“We won,” Ruiz told the Herald. She said it rained.", "Ana Ruiz"),
        (RUIZ + "Ana Ruiz, who said it rained, left.", "Ana Ruiz"),
        (RUIZ + "Mr. Bo Lund said it fell. She said it rained.", "Ana Ruiz"),
        (RUIZ + "Khadra rowed home. “It fell,” Khadra said. She said it rained.", "Khadra"),
        ("The plan of President Robin Ruiz failed. She said it rained.", None),
        ("Ana Ruiz said Bo Lund had left. She said it rained.", "Ana Ruiz"),
        ("Robin Ruiz said it fell. Bo Lund rowed home. He said it rained.", None),
        ("The firm's spokesman, Bo Lund, apologised. He said it rained.", "Bo Lund"),
        ("Mayor Ana Ruiz met Bo Lund. She said it rained.", None),
        ("Ms. Ana Ruiz met Mr. Bo Lund. She said it rained.", "Ana Ruiz"),
        ("Ms. Ana Ruiz met Mr. Bo Lund. He said it rained.", "Bo Lund"),
        ("Ana Ruiz met Ida Ruiz. Ruiz said it rained.", None),
        ("Mayor Ana Ruiz met Mayor Bo Lund. The mayor said it rained.", None),
    ],
)
def test_a_name_is_resolved_only_when_one_candidate_remains(text: str, who: str | None) -> None:
    found = [each for each in statements(text) if "it rained" in words(each.content, text)]
    assert [each.speaker for each in found] == [who]


@pytest.mark.parametrize(
    ("title", "who", "what", "stance"),
    [
        ("Tolben minister: no talks planned", "Tolben minister", "no talks planned", "asserts"),
        ("No talks planned: Tolben ministry", "Tolben ministry", "No talks planned", "asserts"),
        ("No talks planned, says Ana Ruiz", "Ana Ruiz", "No talks planned", "asserts"),
        ("Tolben denies theft of pier", "Tolben", "theft of pier", "denies"),
        ("Ana Ruiz says pier is gone", "Ana Ruiz", "pier is gone", "asserts"),
        ("‘The pier is gone’: Ana Ruiz", "Ana Ruiz", "The pier is gone", "asserts"),
    ],
)
def test_headlines(title: str, who: str, what: str, stance: str) -> None:
    attributes("It rained.", title=title, who=who, what=what, stance=stance, part="title")


def test_a_headline_inside_the_text_is_read_as_one_and_only_once() -> None:
    headline = "Tolben ministry: no talks planned"
    found = list(read_statements([article(f"{headline}\nIt rained.", title=headline, headline=headline)]))
    assert [(each.part, each.speaker) for each in found] == [("text", "Tolben ministry")]


@pytest.mark.parametrize(
    ("text", "what", "hedge", "form"),
    [
        ("Tolben would reportedly pay for the pier.", "Tolben would … pay for the pier", "reportedly", "narrated"),
        ("Ana Ruiz reportedly said it rained.", "it rained", "reportedly", "indirect"),
        ("Ana Ruiz cited disproven tales of rain.", "disproven tales of rain", "disproven", "indirect"),
        ("Ana Ruiz said it rained.", "it rained", None, "indirect"),
        ("Ana Ruiz said: “He allegedly lied.”", "He allegedly lied", None, "direct"),
    ],
)
def test_the_outlets_own_distance(text: str, what: str, hedge: str | None, form: str) -> None:
    attributes(text.replace("lied.”", "lied”"), what=what, hedge=hedge, form=form)


def test_a_statement_inside_a_statement_points_at_it() -> None:
    text = "Ana Ruiz told the Herald that Bo Lund had said it rained."
    outer = attributes(text, who="Ana Ruiz", what="that Bo Lund had said it rained")
    inner = attributes(text, who="Bo Lund", what="it rained")
    assert (outer.within, inner.within) == (None, outer.id)


def test_what_the_reports_say_lies_within_what_was_reported() -> None:
    text = "Two papers reported that talks had begun. According to the reports, Tolben would pay."
    outer = attributes(text, what="that talks had begun")
    assert attributes(text, what="Tolben would pay").within == outer.id


def test_a_relative_clause_takes_its_subject_along() -> None:
    attributes("Tolben has a plan Dravo claims is fair.", who="Dravo", what="a plan … is fair")
    attributes("It was a plan that sources said would fail.", anonymous=True, what="that … would fail")


def test_a_quotation_that_nobody_speaks_stays_without_speaker() -> None:
    attributes(
        "It rained.\n“The pier has gone for good.”",
        who=None,
        source="",
        cue="",
        what="The pier has gone for good",
        form="direct",
    )


def test_speech_behind_a_speaker_is_no_part_of_the_name() -> None:
    text = "“The alarm rang,” said the director, Ana Ruiz. “I want to know why.” He left the hall."
    attributes(text, who="Ana Ruiz", what="The alarm rang … I want to know why")


def test_unbalanced_marks_do_not_swallow_the_speaker() -> None:
    attributes("“It rained all day, Ana Ruiz said.", who="Ana Ruiz", what="It rained all day")


def test_ids_tell_statements_apart_and_stay_the_same() -> None:
    text = "Ana Ruiz said it rained. Bo Lund said it rained."
    first, second = statements(text), statements(text)
    assert first == second
    assert len({each.id for each in first}) == len(first) == 2


@pytest.mark.parametrize(
    "noise", ['"', "“", "'", "“a” said ", "he said that ", ", adding that it, ", "\ud800", "X: ", "(", "A, B and "]
)
def test_hostile_text_takes_bounded_time(noise: str) -> None:
    text = noise * (60_000 // len(noise))
    start = time.process_time()
    statements(text)
    assert time.process_time() - start < 5
