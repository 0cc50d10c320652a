"""A served desk → the ASGI application that a server runs: `/api/v1`, the web pages, and the guards before both.

>>> app = application(served)  # doctest: +SKIP
>>> uvicorn.run(app)           # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from headwater.api import articles, changes, corrections, finding, holdings, parts, stories, uploads
from headwater.api.answering import json_answer
from headwater.api.conditional import Conditional
from headwater.api.describing import BASE, describe
from headwater.api.guards import guarded
from headwater.api.problems import answer_problems
from headwater.api.served import Served
from headwater.api.views import Views

ROUTERS = (
    stories.router,
    parts.router,
    articles.router,
    finding.router,
    corrections.router,
    uploads.router,
    holdings.router,
    changes.router,
)


def interface(served: Served) -> FastAPI:
    """Return the REST interface alone, to be mounted under `/api/v1`."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.served, app.state.pulse, app.state.views = served, changes.Pulse(served), Views(served)
    for router in ROUTERS:
        app.include_router(router)
    answer_problems(app, [route for router in ROUTERS for route in router.routes])
    app.add_middleware(Conditional, served=served, live=[changes.PATH])
    description = describe(app)

    async def openapi(_request: Request) -> Response:
        return json_answer(description)

    app.add_route("/openapi.json", openapi, methods=["GET"])
    return app


def application(served: Served, *, pages: Callable[[FastAPI, Served], None] | None = None) -> ASGIApp:
    """Return all that is served, behind the guards; `pages` puts the web pages into the site."""
    site = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    answer_problems(site, [])
    site.mount(BASE, interface(served))
    if pages is not None:
        pages(site, served)
    return guarded(site, served)
