"""`soat review`: the page of a run on the loopback address, where people decide."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import webbrowser
from typing import Annotated

import typer

from pipeline.cli.decide import Log, log_at
from pipeline.cli.options import Tables
from pipeline.cli.terminal import console, one_line
from pipeline.errors import OutputError, UsageError


def review(
    folder: Tables,
    reviewer: Annotated[str, typer.Option(help="Your name, kept with each decision; the page asks where it is not given.")] = "",
    sample: Annotated[bool, typer.Option("--sample", help="Only the claims that soat sample drew.")] = False,
    log: Log = None,
    host: Annotated[str, typer.Option(help="The address to answer under; anything but loopback lets others in who have the link.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 0,
    limit: Annotated[int, typer.Option(min=1, help="At most so many articles, those with failing checks first.")] = 2000,
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
) -> None:
    """Decide claim by claim in the browser: accept, correct, reject, note.

    Each decision is on the disk, in a log that only grows, before the page says so. Ctrl-C ends the service; soat apply merges the decisions.
    """
    import uvicorn

    from pipeline.page import load_backdrop, page_of, read_tables
    from pipeline.review import read_sample
    from pipeline.review.desk import Desk
    from pipeline.review.serving import Keys, make_app

    drawn = read_sample(folder)[0] if sample else None
    kept = log_at(folder, log)
    desk = Desk(folder, kept)
    backdrop = load_backdrop()
    only = desk.articles_of(drawn) if drawn is not None else None
    tables = read_tables(folder, limit=limit, only=only)

    def page(key: str) -> str:
        return page_of(tables, backdrop, folder.resolve().name, review={"key": key, "reviewer": reviewer, "sample": drawn})

    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    number = listening.getsockname()[1]
    keys = Keys(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    app = make_app(desk, page, keys, frozenset({f"{shown}:{number}", f"localhost:{number}"}))
    address = f"http://{shown}:{number}/{keys.address}/"
    printed = console()
    if not _is_loopback(host):
        printed.print(f"whoever has this link and reaches {one_line(host)} may decide; it is not encrypted")
    for line in (f"review: {address}", f"decisions: {kept.path}", f"Ctrl-C ends it; then: soat apply {folder}"):
        printed.print(one_line(line), soft_wrap=True)
    if browse:
        webbrowser.open(address)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", server_header=False)).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    if host in ("", "0.0.0.0", "::"):  # noqa: S104 - what is refused
        raise UsageError(f"--host {host} is every address of this machine: name the one that reviewers will use")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # from here on a browser that is sent to the address waits for the service and is not refused
        listening.listen()
    except OSError as error:
        raise OutputError(f"cannot answer under {host} port {port}: {error.strerror or error}; another --port or --host may be free") from error
    return listening


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
