"""The preview as a page of this machine: what a browser may ask, and who may ask it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from docgen.errors import DocgenError
from docgen.preview.seat import HOST, Seat
from docgen.preview.studio import Studio
from docgen.preview.texts import page_texts

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_ASSETS = {"": "index.html", "preview.css": "preview.css", "preview.js": "preview.js", "panels.js": "panels.js"}
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'"
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A picture is of its key for ever; all else is asked again each time.
_FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable"}
_NEVER = {"Cache-Control": "no-store"}


def application(studio: Studio, seat: Seat) -> ASGIApp:
    """The page of a studio. What does not name the seat's host, port and token is refused."""

    @asynccontextmanager
    async def working(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(studio.run())
        try:
            yield
        finally:
            await studio.close()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    routes = [
        *(Route(f"/{name}", _asset(file)) for name, file in _ASSETS.items()),
        Route("/texts", lambda _: _json(page_texts(studio.language))),
        Route("/events", lambda _: _events(studio)),
        Route("/picture/{key}", _Asks(studio).picture),
        Route("/shapes", _Asks(studio).shapes),
        Route("/origin", _Asks(studio).origin),
        Route("/at", _Asks(studio).at),
        Route("/search", _Asks(studio).search),
    ]
    return _OnlyHere(Starlette(routes=[Mount(f"/{seat.token}", routes=routes)], lifespan=working), seat)


def serve(studio: Studio, seat: Seat, listening: socket) -> None:
    """Serve the page until the program is interrupted."""
    server_of(studio, seat).run(sockets=[listening])


def server_of(studio: Studio, seat: Seat) -> uvicorn.Server:
    """What serves the page of a studio, once it runs on a socket."""
    config = uvicorn.Config(
        application(studio, seat), log_level="error", access_log=False, timeout_graceful_shutdown=5, ws="none"
    )
    return _Server(config, studio)


class _Server(uvicorn.Server):
    """Ends the studio first: its browsers listen until it ends, and would be waited for."""

    def __init__(self, config: uvicorn.Config, studio: Studio) -> None:
        super().__init__(config)
        self._studio = studio

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        await self._studio.close()
        await super().shutdown(sockets)


class _OnlyHere:
    """Refuses requests for another host: a page of another site whose name leads to this machine (DNS rebinding)."""

    def __init__(self, app: ASGIApp, seat: Seat) -> None:
        self._app = app
        self._hosts = {f"{name}:{seat.port}".encode() for name in (HOST, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            foreign = headers.get(b"sec-fetch-site", b"none") not in (b"none", b"same-origin")
            if headers.get(b"host") not in self._hosts or foreign:
                await PlainTextResponse("403", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _asset(file: str) -> Any:
    def answer(_: Request) -> Response:
        data = (files("docgen.preview") / "assets" / file).read_bytes()
        return Response(data, media_type=_TYPES[Path(file).suffix], headers={**_HEADERS, **_NEVER})

    return answer


def _json(row: object) -> JSONResponse:
    return JSONResponse(row, headers={**_HEADERS, **_NEVER})


def _events(studio: Studio) -> StreamingResponse:
    async def stream() -> AsyncIterator[str]:
        async for name, data in studio.events():
            yield f"event: {name}\ndata: {data}\n\n" if name else ": \n\n"

    return StreamingResponse(stream(), media_type="text/event-stream", headers={**_HEADERS, **_NEVER})


class _Asks:
    """What a browser asks of a studio."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    async def picture(self, request: Request) -> Response:
        """The picture of a key."""
        try:
            picture = await self._studio.picture(request.path_params["key"])
        except DocgenError as error:
            return PlainTextResponse(error.text(self._studio.language), 500, headers=_HEADERS)
        if picture is None:
            return Response(status_code=404, headers=_HEADERS)
        timing = {"Server-Timing": f"draw;dur={1000 * picture.seconds:.1f}"}
        return Response(picture.data, media_type=picture.media_type, headers={**_HEADERS, **_FOR_EVER, **timing})

    async def shapes(self, request: Request) -> Response:
        """The shapes of a slide."""
        return _json(self._studio.shapes(request.query_params.get("slide", "")))

    async def origin(self, request: Request) -> Response:
        """Where a point of a slide comes from."""
        asked = request.query_params
        x, y = _number(asked, "x"), _number(asked, "y")
        return _json(await self._studio.origin(asked.get("slide", ""), x, y))

    async def at(self, request: Request) -> Response:
        """Where a line of the content is shown; every browser goes there."""
        asked = request.query_params
        return _json(await self._studio.show(Path(asked.get("file", "")), int(_number(asked, "line"))))

    async def search(self, request: Request) -> Response:
        """The slides with a text."""
        return _json(self._studio.search(request.query_params.get("text", "")))


def _number(asked: Mapping[str, str], name: str) -> float:
    try:
        return float(asked.get(name, "0"))
    except ValueError:
        return 0.0


def show_in(seat: Seat, file: Path, line: int) -> bool | None:
    """Ask a running preview to show a line of the content: whether a slide shows it; None where no preview runs there."""
    from http.client import HTTPConnection, HTTPException
    from urllib.parse import urlencode

    asked = urlencode({"file": str(file.resolve()), "line": line})
    connection = HTTPConnection(HOST, seat.port, timeout=10)
    try:
        connection.request("GET", f"/{seat.token}/at?{asked}")
        answer = connection.getresponse()
        said = answer.read()
        return None if answer.status != 200 else json.loads(said) is not None
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        connection.close()
