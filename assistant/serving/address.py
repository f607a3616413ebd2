"""Where it is served, and how that is called."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import platform
import re
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HTTP = 80
"""The port that an address on the web need not name."""

ELSEWHERE = {4: "192.0.2.1", 6: "2001:db8::1"}
"""Addresses that nobody has (RFC 5737 and 3849), by the version of IP."""


SHORT = re.compile(r"(.*\.)?(\d+|0x[\da-f]*)\.?", re.ASCII | re.IGNORECASE)
"""Numbers that some systems fill up to an address, such as 0 and 127.1, and others do not."""


class NotServed(Exception):  # noqa: N818 - it says what happened
    """It cannot be served there. Its text is one plain line in the user's language."""


def is_here(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    number = _number(host)
    return host.lower() == "localhost" if number is None else number.is_loopback


def named(host: str, port: int) -> str:
    """As it stands in the address of a page."""
    number = _number(host)
    name = f"[{host}]" if number is not None and number.version == 6 else host
    return name if port == HTTP else f"{name}:{port}"


def names(host: str, port: int) -> frozenset[str]:
    """All that this machine calls itself, and ``host``."""
    return frozenset(named(name, port).lower() for name in ("127.0.0.1", "localhost", "::1", host))


async def reached_at(host: str) -> str:
    """``host``; where that is every address of this machine, the one that others in its network know."""
    number = _number(host)
    if number is None or not number.is_unspecified:
        return host
    loop = asyncio.get_running_loop()
    try:
        # This asks the system which of them it would use; nothing is sent.
        line, _protocol = await loop.create_datagram_endpoint(
            asyncio.DatagramProtocol, remote_addr=(ELSEWHERE[number.version], 9)
        )
    except OSError:  # in no network
        return platform.node() or "localhost"
    own: str = line.get_extra_info("sockname")[0]
    line.close()
    return own


@contextlib.asynccontextmanager
async def refusals(host: str, port: int) -> AsyncIterator[None]:
    """Whatever the system has against it, said in one line. Raises ``NotServed``."""
    # Some systems take the first two for all of their addresses.
    if host in {"", "*"} or (_number(host) is None and SHORT.fullmatch(host)):
        raise NotServed(_no_such(host))
    try:
        yield
    except UnicodeError:  # a name longer than any can be
        raise NotServed(_no_such(host)) from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            line = _("port {port} is in use; choose another with --port, or --port 0 for a free one").format(port=port)
        elif error.errno in {errno.EACCES, errno.EPERM}:
            line = _("port {port} may not be used by you; choose one above 1023 with --port").format(port=port)
        else:
            line = _no_such(host)
        raise NotServed(line) from None


def _no_such(host: str) -> str:
    line = _("“{host}” is no address of this machine; leave --host out, or take 0.0.0.0 for all of its addresses")
    return line.format(host=shorten(host, 60))


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
