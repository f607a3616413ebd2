"""One connection at a time, by http or https: no cookies, no credentials, nothing said of who asks."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.fetch.offer import FetchFailed
from assistant.i18n import _
from assistant.plaintext import quoted, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPMessage
    from typing import IO

AGENT = "mellomrom"
SCHEMES = {"http", "https"}
MOST_REDIRECTIONS = 5


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server is waited for, in seconds."""

    silence: float = 20.0
    """For a connection, and then for each next byte."""
    window: float = 30.0
    """In which at least ``least`` bytes must come; what drips is given up."""
    least: int = 10_000


class Refused(Exception):  # noqa: N818
    """The server answers with a number that is no success."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class _Redirections(urllib.request.HTTPRedirectHandler):
    max_redirections = MOST_REDIRECTIONS
    max_repeats = 1

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """On to ``newurl`` where nothing is lost by it: never from https to http, never with a password."""
        is_weaker = req.type == "https" and urlsplit(newurl).scheme != "https"
        if is_weaker or not is_address(newurl):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(url: str) -> bool:
    """Whether ``url`` is one that is asked at all."""
    try:
        parts = urlsplit(url)
        return parts.scheme in SCHEMES and bool(parts.hostname) and "@" not in parts.netloc and (parts.port or 1) > 0
    except ValueError:
        return False


def connect(url: str, headers: Mapping[str, str], patience: Patience) -> http.client.HTTPResponse:
    """The answer to ``url``, to be read and closed. Raises ``Refused``, and ``FetchFailed`` where nobody answers."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
        _Redirections(),
    ):
        opener.add_handler(handler)
    opener.addheaders = []
    asked = {"User-Agent": AGENT, "Accept-Encoding": "identity", **headers}
    try:
        request = urllib.request.Request(url, headers=asked)  # noqa: S310 - the opener knows http and https only
        answer: http.client.HTTPResponse = opener.open(request, timeout=patience.silence)
    except urllib.error.HTTPError as error:
        error.close()
        raise Refused(error.code) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchFailed(in_words(error, url)) from None
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        answer.close()
        raise FetchFailed(_("{host} sends it packed, which was not asked for").format(host=_host(url)))
    return answer


def in_words(error: Exception, url: str) -> str:
    """What went wrong with ``url``, in one plain line."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        line = _("{host} does not answer; try again later, or fetch from a folder with --from")
    elif isinstance(reason, ssl.SSLError):
        line = _("{host} cannot prove that it is the right one, so nothing was fetched")
    elif isinstance(reason, OSError):
        line = _("there is no way to {host}; see whether this machine is online, or fetch from a folder with --from")
    else:
        line = _("{host} does not answer as it should; see whether the address is right")
    return line.format(host=_host(url))


def refused_in_words(code: int, url: str) -> str:
    """What ``code`` means for ``url``, in one plain line."""
    if 300 <= code < 400:
        line = _("{host} sends us on to an address that is not used: only http and https, and not too many times")
        return line.format(host=_host(url))
    if code in {404, 410}:
        return _("{address}: nothing is there; see whether the address is right").format(address=shorten(url))
    return _("{host} answers with error {code}; try again later").format(host=_host(url), code=code)


def _host(url: str) -> str:
    return quoted(urlsplit(url).hostname or url)
