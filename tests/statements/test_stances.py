"""What a cue means: stance, negation, embedding, the outlet's own distance, and how the content is given.

Spans are marked in the text: [source] {cue} <content>.
"""

from __future__ import annotations

import re
import time
from importlib.resources import files

import pytest

from headwater.model import Span
from headwater.statements.cues import verbs
from headwater.statements.stance_words import reading_at
from headwater.statements.stances import Judge, Judged, judge

MARK = re.compile(r"[\[\]{}<>]")


def marked(text: str) -> tuple[str, Span, Span | None, tuple[Span, ...]]:
    """Return the text without marks, and the cue, source and contents that they marked."""
    spans: dict[str, list[Span]] = {"{": [], "[": [], "<": []}
    begun: dict[str, int] = {}
    plain, done = "", 0
    for found in MARK.finditer(text):
        plain += text[done : found.start()]
        done = found.end()
        sign = found.group()
        if sign in spans:
            begun[sign] = len(plain)
        else:
            opener = {"}": "{", "]": "[", ">": "<"}[sign]
            spans[opener].append(Span(start=begun[opener], end=len(plain)))
    plain += text[done:]
    return plain, spans["{"][0], next(iter(spans["["]), None), tuple(spans["<"])


def judged(text: str) -> Judged | None:
    return judge(*marked(text))


def stance(text: str) -> str | None:
    found = judged(text)
    return found.stance if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[Ruiz] {said} <it rained>.", "asserts"),
        ("[Ruiz] {has repeatedly said} <it rained>.", "asserts"),
        ("[Ruiz] {said in a statement} <it rained>.", "asserts"),
        ("[Ruiz] {told the Tolben Herald} <it rained>.", "asserts"),
        ("<It rained>, {according to} [Ruiz].", "asserts"),
        ("{In the words of} [Ruiz], <it rained>.", "asserts"),
        ("[Ruiz] {, for her part,} <saw rain>.", "asserts"),
        ("[Ruiz] {zorbled} <that it rained>.", "asserts"),
        ("[Ruiz] {:} <it rained>", "asserts"),
        ("[Ruiz] {accused} <Lund of lying>.", "asserts"),
        ("[Ruiz] {called} <the plan a folly>.", "asserts"),
        ("[Ruiz] {is convinced} <that it rained>.", "asserts"),
        ("[Ruiz] {was quoted as saying} <it rained>.", "asserts"),
        ("[Ruiz] {denied} <that it rained>.", "denies"),
        ("[Ruiz] {denied} <saying that it rained>.", "denies"),
        ("[Ruiz] {denied} <that she had promised rain>.", "denies"),
        ("[Ruiz] {issued a statement denying} <the theft>.", "denies"),
        ("[Ruiz]{'s denial of} <the theft>.", "denies"),
        ("[Ruiz] {ruled out} <talks>.", "denies"),
        ("[Ruiz] {ruled} <out talks>.", "denies"),
        ("[Ruiz] {has flatly denied} <the theft>.", "denies"),
        ("[Ruiz] {rejected} <claims that it rained>.", "rejects"),
        ("[Ruiz] {voted against} <the plan>.", "rejects"),
        ("[Ruiz] {railed against} <the plan>.", "rejects"),
        ("[Ruiz]{'s criticism of} <the plan>.", "rejects"),
        ("[Ruiz] {is furious} <about the plan>.", "rejects"),
        ("[Ruiz] {voiced opposition to} <the plan>.", "rejects"),
        ("[Ruiz] {cast doubt on} <the plan>.", "doubts"),
        ("[Ruiz] {cast new doubt on} <the plan>.", "doubts"),
        ("[Ruiz] {cast aspersions on} <the plan>.", "doubts"),
        ("[Ruiz] {is sceptical} <that it rained>.", "doubts"),
        ("[Ruiz] {was doubtful} <that it rained>.", "doubts"),
        ("[Ruiz] {raised doubts about} <the plan>.", "doubts"),
        ("[Ruiz] {questioned} <whether it rained>.", "doubts"),
        ("[Ruiz] {called for} <a vote>.", "demands"),
        ("[Ruiz] {called} <for a vote>.", "demands"),
        ("[Ruiz] {urged} Lund <to wait>.", "demands"),
        ("[Ruiz] {asked} the council <to wait>.", "demands"),
        ("[Ruiz] {told} Lund <not to wait>.", "demands"),
        ("[Ruiz] {asked} <the council to wait>.", "demands"),
        ("[Ruiz] {told} <Lund to wait>.", "demands"),
        ("[Ruiz] {told} <Lund it was time to wait>.", "asserts"),
        ("[Ruiz] {asked} <Lund whether to wait>.", "asks"),
        ("[Ruiz] {agreed} <that it rained>.", "asserts"),
        ("[Ruiz] {agreed} <to wait>.", "promises"),
        ("<Tolben> {questioned} <the plan>.", "doubts"),
        ("{the question of} <whether it rained>", "asks"),
        ("[Ruiz] {would like} <to see a vote>.", "demands"),
        ("[Ruiz]{'s demand that} <Lund leave>.", "demands"),
        ("[Ruiz] {has repeatedly vowed} <to rebuild the pier>.", "promises"),
        ("[Ruiz]{'s promise to} <rebuild the pier>.", "promises"),
        ("[Ruiz] {made a pledge} <to rebuild the pier>.", "promises"),
        ("[Ruiz] {threatened} <to sue>.", "promises"),
        ("[Ruiz] {asked} <whether it rained>.", "asks"),
        ("[Ruiz] {asked about} <the rain>.", "asks"),
        ("[Lund] {was asked} <to explain the rain>.", "asks"),
        ("[Ruiz] {wondered aloud} <if it rained>.", "asks"),
        ("[Ruiz] {wants to know} <why it rained>.", "asks"),
        ("[Ruiz] {wanted} <to give Lund a boat>.", "demands"),
        ("[Ruiz] {was pressed about} <the boat>.", "asks"),
        ("[Ruiz] {challenged} <Lund to row>.", "demands"),
        ("[Ruiz] {faced questions about} <the rain>.", "asks"),
        ("[Ruiz] {took to the radio to call for} <a vote>.", "demands"),
        ("[Ruiz] {went on to say} <it rained>.", "asserts"),
        ("[Ruiz] {continued to deny} <the theft>.", "denies"),
        ("[Ruiz] {repeated her call for} <a vote>.", "demands"),
        ("[Ruiz], {denying} <the theft>, left.", "denies"),
    ],
)
def test_stance(text: str, wanted: str) -> None:
    assert stance(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[Ruiz] {did not deny} <the theft>.", "asserts"),
        ("[Ruiz] did not {deny} <the theft>.", "asserts"),
        ("[Ruiz] didn’t {dispute} <the theft>.", "asserts"),
        ("[Ruiz] {has not ruled out} <talks>.", "asserts"),
        ("[Ruiz] {refused to rule out} <talks>.", "asserts"),
        ("[Ruiz] would not {rule out} <talks>.", "asserts"),
        ("[Ruiz] {does not oppose} <the plan>.", "asserts"),
        ("[Ruiz] {has no doubt} <that it rained>.", "asserts"),
        ("[Ruiz] {did not hesitate to say} <it rained>.", "asserts"),
        ("[Ruiz] {made no secret of} <her anger>.", "asserts"),
        ("[Ruiz] {not only said} <it rained> but left.", "asserts"),
        ("[Ruiz] {does not believe} <that it rained>.", "doubts"),
        ("[Ruiz] {can’t believe} <it rained>.", "doubts"),
        ("[Ruiz] {is not convinced} <that it rained>.", "doubts"),
        ("[Ruiz] no longer {believes} <that it rained>.", "doubts"),
        ("[Ruiz] {does not want} <rain>.", "rejects"),
        ("[Ruiz] {has not endorsed} <Lund>.", "rejects"),
        ("[Ruiz] {declined to endorse} <Lund>.", "rejects"),
        ("[Ruiz] {refused} <to sign the bill>.", "rejects"),
        ("[Ruiz] {refused} <to release the prisoners>.", "rejects"),
        ("[Ruiz] {will not support} <the plan>.", "rejects"),
        ("[Lund], who did not vote, {denied} <the theft>.", "denies"),
        ("[Lund] did not come but {said} <it rained>.", "asserts"),
        ("<“It rained,”> not that it mattered, {said} [Ruiz].", "asserts"),
    ],
)
def test_negation(text: str, wanted: str) -> None:
    assert stance(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "[Ruiz] {declined to say} <whether it rained>.",
        "[Ruiz] {declined} <to say whether it rained>.",
        "[Ruiz] declined to {say} <whether it rained>.",
        "[Ruiz] declined on Friday to {say} <whether it rained>.",
        "[Ruiz] {did not say} <whether it rained>.",
        "[Ruiz] did not {say} <whether it rained>.",
        "[Ruiz] did not, however, {say} <whether it rained>.",
        "Nor did [Ruiz] {say} <whether it rained>.",
        "[No official] {said} <whether it rained>.",
        "[Ruiz] has yet to {say} <whether it rained>.",
        "[Ruiz] {never said} <that it rained>.",
        "[Ruiz] {refused to comment on} <the rain>.",
        "[Ruiz] {had no comment on} <the rain>.",
        "[Ruiz] {did not immediately respond to} <a request>.",
        "[Ruiz] {made no mention of} <the rain>.",
        "[Ruiz] {said nothing about} <the rain>.",
        "[Ruiz] {remained silent on} <the rain>.",
        "[Ruiz] {neither confirmed nor denied} <the theft>.",
        "[Ruiz] neither confirmed nor {denied} <the theft>.",
        "[Ruiz] {refused to confirm or deny} <the theft>.",
        "[Ruiz] {is expected to say} <that it rained>.",
        "[Ruiz] is expected to {say} <that it rained>.",
        "[Ruiz] is expected on Friday to {announce} <the winner>.",
        "[Ruiz] {was set to announce} <the winner>.",
        "[Ruiz] {will say} <that it rained>.",
        "[Ruiz] {may say} <that it rained>.",
        "[Ruiz] {would not say} <whether it rained>.",
        "[Ruiz] {could not say} <whether it rained>.",
        "[Ruiz] {plans to announce} <the winner>.",
        "[Ruiz] stopped short of {saying} <that it rained>.",
        "[Ruiz] {stopped short of accusing} <Lund>.",
        "[Ruiz] left without {saying} <that it rained>.",
        "[Ruiz] promised to {tell} <the whole story>.",
        "[Ruiz] {failed to mention} <the rain>.",
        "Lund will leave if [Ruiz] {says} <that it rained>.",
        "Lund asked whether [Ruiz] {had said} <that it rained>.",
        "It rained. Did [Ruiz] {say} <that it rained>?",
        "Why did [Ruiz] {say} <that it rained>?",
    ],
)
def test_no_statement(text: str) -> None:
    assert judged(text) is None


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("[Ruiz] {said} <it rained>.", None),
        ("[Ruiz] reportedly {said} <it rained>.", "reportedly"),
        ("[Ruiz] {allegedly told} <Lund that it rained>.", "allegedly"),
        ("[Ruiz] {falsely claimed} <that it rained>.", "falsely"),
        ("[Ruiz] baselessly {accused} <Lund of theft>.", "baselessly"),
        ("[Ruiz] {claimed}, without evidence, <that it rained>.", "without evidence"),
        ("[Ruiz] {claimed} on Friday without offering any proof <that it rained>.", "without offering any proof"),
        ("[Unconfirmed reports] {said} <it rained>.", "Unconfirmed"),
        ("[A so-called rainmaker] {said} <it rained>.", "so-called"),
        ("[Ruiz] {cited} <disproven tales of rain>.", "disproven"),
        ("[Ruiz] {denied} <the alleged theft>.", "alleged"),
        ("[Ruiz] {may have said} <that it rained>.", "may"),
        ("[Ruiz] might have {told} <Lund>.", "might"),
        ("[Ruiz] {appears to have denied} <the theft>.", "appears"),
        ("[Ruiz] {seemed to suggest} <that it rained>.", "seemed"),
        ("[Ruiz] {said} <it may rain>.", None),
        ("[Ruiz] {said} <it was not clear whether it rained>.", None),
        ("[Ruiz] {said} <she was wrongly accused>.", None),
        ("[Ruiz] {said}: “<He allegedly lied>”.", None),
        ("It rained, reportedly. [Ruiz] {said} <it fell>.", None),
        (
            "[Ruiz] {said} <it rained>, which could not be independently verified.",
            "could not be independently verified",
        ),
        ("[Ruiz] {“proved”} <that it rained>.", "“proved”"),
        ("[The “experts”] {said} <it rained>.", "“experts”"),
        ("[Ruiz] {repeated} <the “ghost ship” theory>.", "“ghost ship”"),
        ("[Ruiz] {called} <the plan “a folly”>.", None),
        ("[Ruiz] {called} <the plan a “folly” and left>.", None),
        ("[The “Harbour Watch”] {said} <it rained>.", None),
    ],
)
def test_the_outlets_own_distance(text: str, hedge: str | None) -> None:
    found = judged(text)
    assert found is not None
    assert found.hedge == hedge


@pytest.mark.parametrize(
    ("text", "form", "hedge"),
    [
        ("<Tolben would> {reportedly} <pay for the pier>.", "narrated", "reportedly"),
        ("<Lund> {is said} <to have left>.", "narrated", "is said"),
        ("<Lund> {was widely believed} <to have left>.", "narrated", "was widely believed"),
        ("<Lund> {seemed} <to tire>.", "narrated", "seemed"),
        ("{It was not clear} <whether it rained>.", "narrated", "It was not clear"),
        ("<Lund> {is expected} <to win>.", "narrated", None),
        ("“<It rained>,” {said} [Ruiz].", "direct", None),
        ("«<It rained>», {said} [Ruiz].", "direct", None),
        ("‘<It rained>’, {said} [Ruiz].", "direct", None),
        ("<“It rained,”> [Ruiz] {said}, <“all day.”>", "direct", None),
        ("“<It rained.” “And then it snowed>,” {said} [Ruiz].", "direct", None),
        ("<It rained>, {said} [Ruiz].", "indirect", None),
        ("— <It rained>, {said} [Ruiz].", "direct", None),
        ("[Ruiz] {said} <the dam was “a folly” and a waste>.", "mixed", None),
        ("<“It rained,”> {said} [Ruiz], who added <it would stop>.", "mixed", None),
        ("[Ruiz] {said} <Bo “Whitey” Lund had left>.", "indirect", None),
        ("Lund said: “[Ruiz] {told me} <it rained>.”", "indirect", None),
        ("Lund said: “[Ruiz] {told me}: ‘<It rained>.’”", "direct", None),
        ("“[I] {think} <it rained>,” Lund said.", "indirect", None),
    ],
)
def test_form(text: str, form: str, hedge: str | None) -> None:
    found = judged(text)
    assert found is not None
    assert (found.form, found.hedge) == (form, hedge)


def test_the_tables_agree_on_stance() -> None:
    table = {line.split("\t")[0]: line.split("\t")[1] for line in _rows("cues.tsv")}
    for line in _rows("stances.tsv"):
        wanted, _, listed = line.split("\t")
        for words in listed.split(", "):
            assert table.get(words, wanted) == wanted, words


def test_no_word_is_listed_twice() -> None:
    listed = [words for line in _rows("stances.tsv") for words in line.split("\t")[2].split(", ")]
    assert sorted(listed) == sorted(set(listed))


def _rows(name: str) -> list[str]:
    lines = (files("headwater.statements") / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("word", ["said", "criticized", "pledges", "wondering", "slammed", "opposition", "endorsed"])
def test_common_cues_are_known_in_every_inflection(word: str) -> None:
    assert verbs(word) or reading_at([word], 0)


@pytest.mark.parametrize("noise", ["“", '"', "‘“", "not ", "reportedly ", ", ", "\ud800", "to to or nor "])
def test_hostile_text_takes_bounded_time(noise: str) -> None:
    text = noise * (40_000 // len(noise))
    start = time.process_time()
    one = Judge(text)
    for at in range(0, 35_000, 100):
        one.judge(Span(start=at + 40, end=at + 90), Span(start=at, end=at + 30), (Span(start=at, end=at + 5_000),))
    assert time.process_time() - start < 3
