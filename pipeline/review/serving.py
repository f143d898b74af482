"""The review page on the loopback address: who may ask, what is answered, and how a decision is taken."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from pipeline.errors import OutputError
from pipeline.review.desk import Desk, News, NotKept

LONGEST_BODY = 64 * 1024
"""Bytes; a note has at most 4000 characters."""
_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Keys(NamedTuple):
    """What lets a browser in: the word in the address, and the word that the page sends with each decision."""

    address: str
    decision: str


def make_app(desk: Desk, page: Callable[[str], str], keys: Keys, hosts: frozenset[str]) -> Starlette:
    """The whole service; `page` makes the page for the key of decisions, `hosts` are the values that a Host header may have."""

    async def show(_request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(page, keys.decision))

    async def state(request: Request) -> Response:
        seen = request.query_params.get("seen", "0")
        if not (seen.isascii() and seen.isdigit() and len(seen) < 10):
            return JSONResponse({"reason": "seen is a number of decisions"}, 400)
        return _answer(await run_in_threadpool(desk.news, int(seen)))

    async def decide(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("x-soat-key", "").encode(), keys.decision.encode()):
            return JSONResponse({"reason": "this page is not the one that soat review opened: load its address again"}, 403)
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return JSONResponse({"reason": "a decision is sent as application/json"}, 415)
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > LONGEST_BODY:
                return JSONResponse({"reason": "too long: a note has at most 4000 characters; the decision is not kept"}, 413)
        try:
            said = json.loads(body)
        except (ValueError, RecursionError):
            return JSONResponse({"reason": "that is no JSON; the decision is not kept"}, 400)
        try:
            return _answer(await run_in_threadpool(desk.decide, said))
        except NotKept as error:
            return JSONResponse({"reason": str(error)}, error.status)
        except OutputError as error:
            return JSONResponse({"reason": str(error)}, 507)

    async def guard(request: Request, call: RequestResponseEndpoint) -> Response:
        response = _refusal(request, keys.address, hosts) or await call(request)
        response.headers.update(_HEADERS)
        return response

    routes = [
        Route("/{key}/", show, methods=["GET"]),
        Route("/{key}/state", state, methods=["GET"]),
        Route("/{key}/decisions", decide, methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)])


def _refusal(request: Request, key: str, hosts: frozenset[str]) -> Response | None:
    """The answer to one who may not ask: a foreign Host or Origin, a wrong word in the address."""
    if request.headers.get("host", "") not in hosts:
        return PlainTextResponse("soat review answers under the address that it printed, and no other\n", 421)
    origin = request.headers.get("origin")
    if origin is not None and origin.removeprefix("http://") not in hosts:
        return PlainTextResponse("a page of another site asked: refused\n", 403)
    asked = request.url.path.split("/")[1] if "/" in request.url.path else ""
    if not hmac.compare_digest(asked.encode(), key.encode()):
        return PlainTextResponse("no such page: use the whole address that soat review printed\n", 404)
    return None


def _answer(news: News) -> Response:
    return JSONResponse(news._asdict())
