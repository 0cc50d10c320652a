"""The interface against its own description, by schemathesis: no fault, and every answer as it is promised.

A longer run: HEADWATER_EXAMPLES=500 pytest tests/api/test_description.py
"""

import json
import os
from contextlib import suppress
from dataclasses import replace

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from headwater.api.application import application
from headwater.desk import open_desk
from headwater.model import Query, correction

# Left out: a cursor or an id of the right form that this desk never gave out is refused, and so is a note without a subject.
EXAMPLES = int(os.environ.get("HEADWATER_EXAMPLES", "4"))
FEW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def names_on(desk):
    """Return ids that the desk has, by the names of the parameters."""
    story = desk.stories("articles").items[0].id
    link = desk.story(story).copies[0]
    article = next(hit.article.id for hit in desk.search(Query(outlet="Osterby Echo")).items)
    old = desk.article(article).versions[0]
    return {
        "story": story,
        "article": article,
        "old": old,
        "a": link.a,
        "b": link.b,
        "name": "Ana Ruz",
        "correction_id": desk.corrections()[0].id,
    }


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
def test_every_operation_answers_as_it_is_promised(own, serving, writing, mode):
    served = serving(own, hosts=("testserver",))
    bounds = {"target_bytes": 1_000_000, "header_bytes": 1_000_000}  # these guards have their own tests
    served = replace(served, limits=replace(served.limits, wait_seconds=0.01, **bounds))
    with open_desk(own, write=True) as desk:
        desk.correct(correction("note", subject="story:s1", note="Check.", person="Ana", made=served.made()))
    asked = 0

    def holds(case):
        nonlocal asked
        asked += 1
        if case.path_parameters and mode is GenerationMode.POSITIVE:
            case.path_parameters.update({name: there[name] for name in case.path_parameters})
        case.call_and_validate(headers=writing, excluded_checks=[positive_data_acceptance])

    with served.desk:
        there = names_on(served.desk)
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", application(served))
        for operation in [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]:
            with suppress(Unsatisfiable):  # nothing of an operation without parameters can be wrong
                FEW(given(case=operation.as_strategy(generation_mode=mode))(holds))()
    assert asked > EXAMPLES


def test_every_reference_leads_somewhere(reader):
    text = reader.get("/openapi.json").text
    description = json.loads(text)
    schemas = description["components"]["schemas"]
    assert {part.partition('"')[0] for part in text.split('"#/components/schemas/')[1:]} <= set(schemas)
    assert description["openapi"].startswith("3.1")


def test_every_operation_has_its_own_name_and_is_told(reader):
    described = reader.get("/openapi.json").json()
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    assert all(operation["description"] and operation["responses"] for operation in operations)
    writing = {operation["operationId"] for operation in operations if "security" in operation}
    assert writing == {"correct", "undoCorrection", "addPages"}
