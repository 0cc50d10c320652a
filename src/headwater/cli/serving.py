"""What `headwater serve DESK` does: a desk as REST interface and web pages, until Ctrl-C.

The address is this machine's own unless another is given; nobody may write unless a token was made.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from types import FrameType

import click

from headwater.api import Limits, Rate, Served
from headwater.api.collecting import collect_seldom
from headwater.api.tokens import VARIABLE, TokenKey, key_from, make_token, token_file
from headwater.desk import Settings, open_desk
from headwater.engine import Cores
from headwater.errors import MissingExtra, UsageError

try:
    import uvicorn

    from headwater.api.application import application
    from headwater.web import mount_pages
except ModuleNotFoundError as error:
    raise MissingExtra(f"serving needs the serve extra ({error.name}): pip install 'headwater[serve]'") from error

_CONNECTIONS = 1000
_OPEN = "warning: whoever reaches this address can read the desk; put a server with TLS and its own sign-in before it"


def serve_desk(path: Path, options: Mapping[str, object]) -> None:
    """Serve a desk until the process is told to stop; `options` holds what click has already checked.

    Raises `UsageError` where it would be open to others by oversight, or the address cannot be had.
    """
    host = str(options["host"])
    key = _key(path, options)
    open_to_others = not is_loopback(host)
    if open_to_others and key is None and not options["public"]:
        raise UsageError(
            f"{host} is reached by others and no token is set: make one with --make-token, or say --public to let all read"
        )
    with open_desk(path) as desk, _bound(host, int(str(options["port"]))) as bound:
        served = Served(
            path=path,
            desk=desk,
            key=key,
            hosts=_hosts(host, options),
            limits=Limits(reads=_reads(options)),
            engine=Cores(workers=1),
            settings=Settings(seconds_per_page=float(str(options["seconds_per_page"]))),
        )
        address = _address(host, bound)
        click.echo(
            f"serving {path} at {address} ({'read-only' if served.read_only else 'corrections with the token'})",
            err=True,
        )
        if open_to_others:
            click.echo(_OPEN, err=True)
        collect_seldom()
        _Server(served, _config(served, options)).run(sockets=[bound])


class _Server(uvicorn.Server):
    """A server that lets its streams end before it waits for them."""

    def __init__(self, served: Served, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._served = served

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Hear that the process is to stop."""
        self._served.stopping.set()
        super().handle_exit(sig, frame)


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches an address.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _key(path: Path, options: Mapping[str, object]) -> TokenKey | None:
    file = Path(str(options["token_file"])) if options["token_file"] else token_file(path)
    if options["read_only"]:
        if options["make_token"]:
            raise UsageError("--read-only and --make-token exclude each other: a token is for writing")
        return None
    if options["make_token"]:
        open_desk(path).close()  # no token for a desk that is not there
        token = make_token(file)
        click.echo(token)
        click.echo(f"the token is shown this once; {file} keeps only its digest", err=True)
        return TokenKey.of(token)
    if VARIABLE in os.environ:
        return TokenKey.of(os.environ[VARIABLE])
    key = key_from(file)
    if key is None and options["token_file"]:
        raise UsageError(f"{file} is not there; make it with --make-token")
    return key


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise UsageError(
            f"cannot listen at {host} port {port} ({error.strerror or error}); give another --port"
        ) from error


def _hosts(host: str, options: Mapping[str, object]) -> tuple[str, ...]:
    named = options["host_names"]
    return (host, *(map(str, named) if isinstance(named, tuple) else ()))


def _reads(options: Mapping[str, object]) -> Rate:
    rate = float(str(options["rate"]))
    return Rate(burst=max(round(6 * rate), 1), per_second=rate)


def _address(host: str, bound: socket.socket) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{bound.getsockname()[1]}/"


def _config(served: Served, options: Mapping[str, object]) -> uvicorn.Config:
    proxy = str(options["proxy"] or "")
    return uvicorn.Config(
        application(served, pages=mount_pages),
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or "127.0.0.1",
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=4 * served.limits.header_bytes,
    )
