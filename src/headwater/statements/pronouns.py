"""Who “he” and “she” are: the only person whom the article's own voice can mean, or nobody.

A pronoun goes back to its own sentence, else to the nearest sentence before that speaks of somebody whom it fits. Where
that sentence speaks of one such person, it is they; of several, whoever speaks in it. Everything else is nobody: a wrong
speaker is worse than none. The order of preference is that of centering (Grosz, Joshi and Weinstein, 1995).

>>> from headwater.statements.people import find_people
>>> from headwater.statements.scenes import read_scene
>>> text = "Ms. Ana Ruiz met Mr. Bo Lund. She was late. He said it rained."
>>> scene = read_scene(text, find_people(text), [Span(start=0, end=len(text))], ())
>>> pronouns = Pronouns(scene, {})
>>> pronouns.meant(text.index("She")), pronouns.meant(text.index("He"))
('Ana Ruiz', 'Bo Lund')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from headwater.model import Span, Spans
from headwater.statements.given_names import Gender
from headwater.statements.scenes import Reference, Scene

STRANGER = "\0"
"""Begins what stands for a person without a name: the place where the article speaks of them."""
BACK = 6
"""Sentences that a pronoun may go back."""
PARAGRAPHS_BACK = 2
ENOUGH = 2
"""Pronouns that must agree on a person before they tell that person's gender."""


class Pronouns:
    """Every “he” and “she” of one text, resolved in order; `contents` are what each source at a place reports."""

    def __init__(self, scene: Scene, contents: Mapping[int, Spans]) -> None:
        self._scene = scene
        self._contents = contents
        self._meant: dict[int, str | None] = {}
        self._gender = _genders(scene)
        self._possible: dict[Gender, set[str]] = {"he": set(), "she": set()}
        """Whom each pronoun could mean of all who have been named so far."""
        for each in scene.references:
            if each.name is not None:
                for gender, names in self._possible.items():
                    if self._gender.get(each.name) in {None, gender}:
                        names.add(each.name)
            own = each.name or f"{STRANGER}{each.start}"
            self._meant[each.start] = self._resolve(each) if each.pronoun else own

    def meant(self, place: int) -> str | None:
        """Return who the pronoun that begins at a place means; None where more than one person could be meant."""
        name = self._meant.get(place)
        return None if name is None or name.startswith(STRANGER) else name

    def stranger(self, place: int) -> int | None:
        """Return where the person without a name stands whom a pronoun means; None where it means nobody such."""
        name = self._meant.get(place)
        return int(name.removeprefix(STRANGER)) if name is not None and name.startswith(STRANGER) else None

    def gender(self, name: str) -> Gender | None:
        """Return “he” or “she” for a person, as far as the article tells."""
        return self._gender.get(name)

    def _resolve(self, pronoun: Reference) -> str | None:
        gender = pronoun.gender
        assert gender is not None
        inside = self._contents.get(pronoun.start, ())
        here = [each for each in self._fitting(pronoun.sentence, gender, pronoun.start) if not _in(each.start, inside)]
        if here:
            return self._of_sentence(here, pronoun, own=True)
        back = self._from_before(pronoun, gender)
        ahead = self._ahead(pronoun, gender)
        return back if ahead in {None, back} else ahead if back is None else None

    def _from_before(self, pronoun: Reference, gender: Gender) -> str | None:
        """Whom the pronoun means by the sentences before its own."""
        for sentence in range(pronoun.sentence - 1, max(-1, pronoun.sentence - 1 - BACK), -1):
            if self._scene.paragraphs[pronoun.sentence] - self._scene.paragraphs[sentence] > PARAGRAPHS_BACK:
                break
            fitting = self._fitting(sentence, gender)
            if fitting:
                return self._of_sentence(fitting, pronoun, own=False)
        return self._only_one(gender)

    def _ahead(self, pronoun: Reference, gender: Gender) -> str | None:
        """“When she arrived, Ruiz said”: the subject that follows a clause in front."""
        if not self._scene.fronted[pronoun.sentence]:
            return None
        after = [
            each
            for each in self._scene.of(pronoun.sentence)
            if each.start > pronoun.start and each.name and each.subject
        ]
        return after[0].name if after and self._fits(after[0], gender) else None

    def _fitting(self, sentence: int, gender: Gender, before: int | None = None) -> list[Reference]:
        """Whom a sentence speaks of that a pronoun fits; “a new candidate” in passing is nobody."""
        return [
            each
            for each in self._scene.of(sentence, before)
            if self._fits(each, gender)
            and (each.pronoun or each.name is not None or each.subject or each.gender is not None)
        ]

    def _of_sentence(self, fitting: Sequence[Reference], pronoun: Reference, *, own: bool) -> str | None:
        people = {self._meant[each.start] for each in fitting}
        if len(people) == 1:
            [only] = people
            if not own and self._rival(only, fitting[0].sentence, pronoun):
                return None
            clear = any(each.subject or each.pronoun for each in fitting)
            return only if clear or self._alone(only, pronoun) or only == self._before(fitting[0], pronoun) else None
        heads = {self._meant[each.start] for each in fitting if each.speaker} - {None}
        if len(heads) != 1 or (own and not pronoun.speaker):
            return None
        [head] = heads
        if head is None or head.startswith(STRANGER):
            return None
        if self._gender.get(head) == pronoun.gender:
            return head
        rivals = [each for each in fitting if self._meant[each.start] != head]
        known = any(each.pronoun or self._gender.get(each.name or "") == pronoun.gender for each in rivals)
        return None if own or known else head

    def _rival(self, name: str | None, sentence: int, pronoun: Reference) -> bool:
        """Somebody else whom the pronoun fits as well spoke right before, and this one has only been named since."""
        assert pronoun.gender is not None
        if sentence == 0 or self._scene.paragraphs[sentence - 1] != self._scene.paragraphs[sentence]:
            return False
        if any(each.speaker or each.pronoun for each in self._fitting(sentence, pronoun.gender)):
            return False
        spoke = {self._meant[each.start] for each in self._fitting(sentence - 1, pronoun.gender) if each.speaker}
        return bool(spoke - {name, None})

    def _before(self, reference: Reference, pronoun: Reference) -> str | None:
        """Whom the sentence before a reference is about."""
        assert pronoun.gender is not None
        if reference.sentence == 0:
            return None
        subjects = {
            self._meant[each.start] for each in self._fitting(reference.sentence - 1, pronoun.gender) if each.subject
        }
        return subjects.pop() if len(subjects) == 1 else None

    def _only_one(self, gender: Gender) -> str | None:
        """The only person of the article so far whom the pronoun fits, if the article is known to call them so."""
        if len(self._possible[gender]) != 1:
            return None
        [name] = self._possible[gender]
        return name if self._gender.get(name) == gender else None

    def _alone(self, name: str | None, pronoun: Reference) -> bool:
        """Nobody else whom the pronoun fits is spoken of nearby, and the person is known to be a “he” or a “she”."""
        if name is None or self._gender.get(name) != pronoun.gender:
            return False
        first = max(0, pronoun.sentence - 3)
        near = [each for sentence in range(first, pronoun.sentence) for each in self._scene.of(sentence)]
        return all(self._meant[each.start] == name for each in near if self._fits(each, pronoun.gender))

    def _fits(self, each: Reference, gender: Gender | None) -> bool:
        if each.pronoun:
            return each.gender == gender
        known = self._gender.get(each.name) if each.name is not None else each.gender
        return known in {None, gender}


def _in(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _genders(scene: Scene) -> dict[str, Gender]:
    """What is known of each person: what their own words tell, else the pronouns that can mean nobody else."""
    told: dict[str, Gender] = {}
    votes: dict[str, Counter[Gender]] = {}
    for each in scene.references:
        if each.name is not None and each.gender is not None and not each.pronoun:
            told.setdefault(each.name, each.gender)
    for number in range(len(scene.sentences)):
        here = scene.of(number)
        before = scene.of(number - 1) if number and scene.paragraphs[number - 1] == scene.paragraphs[number] else ()
        for gender in sorted({each.gender for each in here if each.pronoun and each.gender is not None}):
            near = (*before, *here)
            people = {
                each.name
                for each in near
                if not each.pronoun and (told.get(each.name or "") or each.gender) in {None, gender}
            }
            if len(people) == 1:
                [name] = people
                alone = {each.name for each in here if not each.pronoun} == {name}
                if name is not None and name not in told:
                    votes.setdefault(name, Counter())[gender] += ENOUGH if alone and here[0].subject else 1
    for name, counted in votes.items():
        (gender, most), *rest = counted.most_common()
        if most >= ENOUGH and not rest:
            told[name] = gender
    return told
