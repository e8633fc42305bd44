"""An end for answers that never end: a server may send a byte before each time-out of a socket, for ever.

A socket only knows how long it waits for the next bytes. What reads the head of an answer, the size of a
chunk or a page of refusal asks a socket many times, so these sockets also know how long the whole may take.
"""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from procura_desktop.phrases import phrase

P = ParamSpec("P")
R = TypeVar("R")


class TooSlowError(HTTPError):
    """Bytes arrive, but so few that nothing would ever be whole."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """Until when, by this clock."""

    now: Callable[[], float]
    until: float

    def left(self) -> float:
        """Give the seconds that are left.

        Raises:
            TooSlowError: none is.
        """
        left = self.until - self.now()
        if left <= 0:
            raise TooSlowError(phrase("details", "the server sends too slowly"))
        return left


_limit: ContextVar[_Limit | None] = ContextVar("_limit", default=None)


@contextmanager
def at_most(seconds: float, now: Callable[[], float]) -> Iterator[None]:
    """Let all that is received inside the block take so long in all; raises `TooSlowError` from there."""
    token = _limit.set(_Limit(now, now() + seconds))
    try:
        yield
    finally:
        _limit.reset(token)


def _in_time(
    receive: Callable[Concatenate[Any, P], R], line: socket.socket, *args: P.args, **named: P.kwargs
) -> R:
    """Receive as usual, but wait no longer than is left of the whole."""
    limit = _limit.get()
    if limit is None:
        return receive(line, *args, **named)
    usual, left = line.gettimeout(), limit.left()
    line.settimeout(left if usual is None else min(usual, left))
    try:
        return receive(line, *args, **named)
    except TimeoutError:
        limit.left()  # the whole took too long; else it is the wait for the next bytes that did
        raise
    finally:
        if line.fileno() >= 0:
            line.settimeout(usual)


class _Socket(socket.socket):
    """A line without encryption."""

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        return _in_time(socket.socket.recv, self, size, flags)

    def recv_into(self, *args: Any, **named: Any) -> int:  # noqa: ANN401 - as in socket
        return _in_time(socket.socket.recv_into, self, *args, **named)


class _SecureSocket(ssl.SSLSocket):
    """A line with encryption; one of its reads may ask the line below many times, within its time-out."""

    def recv(self, size: int = 1024, flags: int = 0) -> bytes:
        return _in_time(ssl.SSLSocket.recv, self, size, flags)

    def recv_into(self, *args: Any, **named: Any) -> int:  # noqa: ANN401 - as in socket
        return _in_time(ssl.SSLSocket.recv_into, self, *args, **named)


def _patient(line: socket.socket) -> socket.socket:
    """Give the same line as one that knows its end."""
    usual = line.gettimeout()
    made = _Socket(line.family, line.type, line.proto, fileno=line.detach())
    made.settimeout(usual)
    return made


class _Connection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _patient(super()._new_conn())


class _SecureConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:  # a proxy is spoken to before there is encryption
        return _patient(super()._new_conn())


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def with_patience(manager: urllib3.PoolManager) -> urllib3.PoolManager:
    """Let a manager, before it is used, make lines that obey `at_most`."""
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return manager


def trust_with_patience() -> ssl.SSLContext:
    """Give a context with the certificates of the system, whose lines obey `at_most`."""
    context = ssl.create_default_context()
    context.sslsocket_class = _SecureSocket
    return context
