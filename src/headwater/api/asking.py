"""What a request may ask for: parameters as records, each bounded, and the right to write.

A parameter that an operation does not know is an error: a filter spelled wrongly would filter nothing.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Path, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

from headwater.api.served import Served
from headwater.model import HitKind, Stance, Status, StoryOrder
from headwater.outputs.exports import ARTICLE_FORMATS, SPEAKER_FORMATS, STORY_FORMATS

ID = r"^[0-9A-Za-z_.-]{1,64}$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
FULL = "Give whole texts in formats that leave them out otherwise."
_bearer = HTTPBearer(
    scheme_name="token", description="The token that `headwater serve --make-token` printed.", auto_error=False
)

StoryId = Annotated[
    str, Path(pattern=ID, description="Id of a story; an ended one's leads to where its articles went.")
]
ArticleId = Annotated[str, Path(pattern=ID, description="Id of an article.")]
Name = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(max_length=500)]
Day = Annotated[str, Field(pattern=DAY, description="ISO date, inclusive.")]
Prefix = Annotated[str, Field(max_length=100, description="How the name, or a word of it, begins.")]


class Asked(BaseModel):
    """Parameters of a query; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Paging(Asked):
    """Which page of a listing."""

    after: Annotated[str, Field(max_length=2000)] | None = Field(
        None, description="Cursor from `after` of the page before; leave it out for the first."
    )
    limit: int = Field(50, ge=1, le=200, description="At most so many items.")


class Ordered(Paging):
    """A page of stories in some order."""

    order: StoryOrder = "newest"


class Compared(Paging):
    """A page of points."""

    status: Status | None = Field(None, description="Points of this status only.")


class Said(Paging):
    """A page of the statements of a story."""

    speaker: Name | None = Field(None, description="A name, as an article resolves it.")
    stance: Stance | None = Field(None, description="Statements of this stance only.")


class Named(Paging):
    """A page of names."""

    prefix: Prefix = ""


class Published(Paging):
    """A page of articles that pass filters."""

    outlet: Name | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="ISO 639-1.")] | None = None
    since: Day | None = None
    until: Day | None = None
    story: Annotated[str, Field(pattern=ID, description="Id of a story.")] | None = None


class Sought(Published):
    """A page of what is searched for."""

    words: Words = Field(
        "", description="Words, “quoted phrases”, `-without`, `OR`, `prefix*`.", examples=["ferry -cargo"]
    )
    meaning: bool = Field(default=False, description="Find what means the same, in whatever words; one page.")
    kind: HitKind = Field("article", description="`statement`: what speakers are reported to have said.")
    speaker: Name | None = Field(None, description="Any spelling of a name.")
    about: Words | None = Field(None, description="With `speaker`: words in what was said.")
    stance: Stance | None = Field(None, description="Statements of this stance only.")


class StoryWritten(Asked):
    """A story in some format."""

    format: str | None = Field(None, json_schema_extra={"enum": [*STORY_FORMATS]})
    full: bool = Field(default=False, description=FULL)


class ArticleWritten(Asked):
    """An article in some format."""

    format: str | None = Field(None, json_schema_extra={"enum": [*ARTICLE_FORMATS]})
    full: bool = Field(default=False, description=FULL)


class Voiced(Paging):
    """What a speaker is reported to have said, or a document of it."""

    about: Words | None = Field(None, description="Words in what was said.")
    stance: Stance | None = Field(None, description="Statements of this stance only.")
    since: Day | None = None
    until: Day | None = None
    format: str | None = Field(None, json_schema_extra={"enum": [*SPEAKER_FORMATS]})
    full: bool = Field(default=False, description=FULL)


async def served(request: Request) -> Served:
    """Return what is served."""
    held = request.app.state.served
    assert isinstance(held, Served)
    return held


Serving = Annotated[Served, Depends(served)]
Page = Annotated[Paging, Query()]


async def may_write(serving: Serving, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> None:
    """Let nobody pass without the token."""
    if serving.read_only:
        raise HTTPException(403, "This desk is served read-only: no token was set when the server was started.")
    if given is None or not serving.allows(given.credentials):
        told = "Give the token: “Authorization: Bearer …”." if given is None else "This is not the token."
        raise HTTPException(401, told, headers={"WWW-Authenticate": 'Bearer realm="headwater"'})


async def body(request: Request) -> bytes:
    """Return the body; the guards have bounded it."""
    return await request.body()


Body = Annotated[bytes, Depends(body)]
