"""A small collection of voices, on a real web server that can be made to misbehave."""

from __future__ import annotations

import hashlib
import json
import random
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "no_NO-talesyntese-medium"
FOLDER = "no/no_NO/talesyntese/medium"
MODEL_PATH = f"{FOLDER}/{NAME}.onnx"
CONFIG_PATH = f"{FOLDER}/{NAME}.onnx.json"
CARD_PATH = f"{FOLDER}/MODEL_CARD"


def model(seed: int = 1, size: int = 200_000) -> bytes:
    """What looks like a model from its first byte to its last, and computes nothing."""
    graph, length, number = random.Random(seed).randbytes(size), bytearray(), size  # noqa: S311
    while number >= 0x80:
        length.append(number & 0x7F | 0x80)
        number >>= 7
    return b"\x08\x08\x3a" + bytes([*length, number]) + graph


MODEL = model()
CONFIG = json.dumps({"audio": {"sample_rate": 22_050, "quality": "medium"}}).encode()
CARD = b"# Model card for talesyntese\n\n* Speakers: 1\n\n## Dataset\n\n* URL: https://example.org/\n* License: CC0\n"


def index(files: dict[str, bytes], **others: Any) -> dict[str, Any]:
    """The list of a collection that has ``files`` under the one name, and ``others`` under theirs."""
    listed = {
        path: {"size_bytes": len(content), "md5_digest": hashlib.md5(content).hexdigest()}  # noqa: S324
        for path, content in files.items()
    }
    return {NAME: {"key": NAME, "language": {"code": "no_NO"}, "files": listed}, **others}


def pieces() -> dict[str, bytes]:
    return {MODEL_PATH: MODEL, CONFIG_PATH: CONFIG, CARD_PATH: CARD}


def whole() -> dict[str, bytes]:
    """All files of a collection that is as it should be."""
    return pieces() | {"voices.json": json.dumps(index(pieces())).encode()}


def lay_out(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


@dataclass
class Server:
    """Serves ``files``; each lever is by path."""

    files: dict[str, bytes] = field(default_factory=whole)
    tags: dict[str, str] = field(default_factory=dict)
    breaks_off: dict[str, list[int]] = field(default_factory=dict)
    """After so many bytes, the first time, the second time and so on; then no more."""
    announces: dict[str, int | None] = field(default_factory=dict)
    """A length that is none; or nothing at all, until the connection ends."""
    redirects: dict[str, str] = field(default_factory=dict)
    knows_ranges: bool = True
    silent: set[str] = field(default_factory=set)
    """Is asked, and never answers."""
    drips: set[str] = field(default_factory=set)
    """A byte at a time, and no end."""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Each path, with the headers that came with it."""
    port: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _headers in self.asked]


class _Handler(BaseHTTPRequestHandler):
    timeout = 10
    mine: Server

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""

    def do_GET(self) -> None:
        server, path = self.mine, self.path.lstrip("/")
        server.asked.append((path, dict(self.headers.items())))
        if path in server.silent:
            server.over.wait(20)
        elif path in server.redirects:
            self.send_response(302)
            self.send_header("Location", server.redirects[path])
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path in server.files:
            self._send(server.files[path], path)
        else:
            self.send_error(404)

    def _send(self, content: bytes, path: str) -> None:
        server, tag = self.mine, self.mine.tags.get(path)
        total, since = len(content), self._since(tag) if server.knows_ranges else 0
        if since and since >= total:
            self.send_error(416)
            return
        content = content[since:]
        self.send_response(206 if since else 200)
        if since:
            self.send_header("Content-Range", f"bytes {since}-{total - 1}/{total}")
        announced = server.announces.get(path, len(content))
        if announced is not None:
            self.send_header("Content-Length", str(announced))
        if tag is not None:
            self.send_header("ETag", tag)
        self.end_headers()
        if path in server.drips:
            while not server.over.wait(0.02):
                self.wfile.write(content[:1])
            return
        cuts = server.breaks_off.get(path)
        self.wfile.write(content[: cuts.pop(0)] if cuts else content)

    def _since(self, tag: str | None) -> int:
        asked, same = self.headers.get("Range"), self.headers.get("If-Range")
        if asked is None or (same is not None and same != tag):
            return 0
        return int(asked.removeprefix("bytes=").removesuffix("-"))

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:  # whoever asked has left
            self.close_connection = True


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    handler = type("Handler", (_Handler,), {"mine": server})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.daemon_threads = True
        server.port = http.server_address[1]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            http.shutdown()
            thread.join()
