"""Who may come in: not any page in a browser that reaches this machine, nor whoever else is logged in on it."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import compare_digest
from typing import TYPE_CHECKING

from assistant.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection

STATIC = "/static/"
"""What lies below is the same for everybody, and tells nobody anything."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is looked at of a request."""

    path: str
    host: str
    """What its Host header names, as it stands."""
    origin: str | None
    """The page that it comes from, as the browser tells it."""
    is_socket: bool
    """Whether it wants to open the app itself, and not only a page."""


@dataclass(frozen=True, slots=True)
class Door:
    """Opens to some."""

    hosts: Collection[str] | None
    """The names and ports under which it is served; nothing: any, for nobody can know what others call this machine."""
    token: str
    """What the path must begin with."""

    @property
    def way(self) -> str:
        """The path to what lies behind."""
        return f"/{self.token}"

    def refusal(self, request: Request) -> str | None:
        """Why it stays closed, in one plain line; nothing where it opens."""
        host = request.host.lower()
        # A name of somebody else's that leads here (DNS rebinding) would make their page one of ours.
        if self.hosts is not None and host not in self.hosts:
            return _("Mellomrom is not served under this name. Open the address that it showed when it was started.")
        if not request.path.startswith(STATIC) and not self._has_token(request.path):
            return _("This address is incomplete or old. Use the full one that Mellomrom showed when it was started.")
        # Browsers let any page open a socket to any host, and only tell whose page it is.
        if request.is_socket and _host_of(request.origin) != host:
            return _("Only the page of Mellomrom itself may open it.")
        return None

    def _has_token(self, path: str) -> bool:
        first = path.removeprefix("/").partition("/")[0]
        return compare_digest(first.encode("utf-8", "replace"), self.token.encode())


def _host_of(origin: str | None) -> str | None:
    """Name and port of an origin of the web. A page that has none, such as a file, has no host."""
    if origin is None:
        return None
    scheme, _separator, host = origin.lower().partition("://")
    return host if scheme in {"http", "https"} and host else None
