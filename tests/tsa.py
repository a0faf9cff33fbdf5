"""A time-stamping service of our own on 127.0.0.1: `openssl ts` behind a small web server.

with Authority(tmp_path) as tsa:
    stamp = ask(Service(tsa.url, tsa.roots.read_bytes()), data)
"""

import hashlib
import os
import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.certificates import make_certificates

needs_openssl = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl, which signs and checks time stamps, is absent"
)
needs_faketime = pytest.mark.skipif(
    shutil.which("faketime") is None, reason="faketime, which dates time stamps back, is absent"
)
_SECTION = """\
[stamps]
dir = {place}
serial = {place}/serial
crypto_device = builtin
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
_ASKING = threading.Lock()
"""`openssl ts` counts its stamps in a file."""


@cache
def _certificates() -> "TemporaryDirectory[str]":
    """Make the certificates once for all tests; they go when the tests end."""
    folder = TemporaryDirectory(prefix="reviewlog-tsa-")
    make_certificates(Path(folder.name))
    return folder


class Authority:
    """A time-stamping service whose `mode` says how it behaves; it may be changed at any time.

    good: stamps. unsorted: stamps in a way that only openssl can read. granted-with-changes:
    stamps, and says that it changed something. wrong-root: stamps in the name of an authority that is
    not among `roots`. expired: with a certificate that ran out at the end of 2024. broken: with
    a wrong signature. wrong-data: stamps something else. replayed: repeats an earlier stamp of
    the same data. no-nonce: leaves the number out. page, noise, cut: answers with a web page,
    with anything, with half a stamp. large: 100 KB. slow, slow-start: drips its answer, or its
    first lines. silent: says nothing. refusing: says no. empty: sends nothing. error: sends a stamp as error 500.
    redirect: sends to its own good address; redirect-loop, redirect-file, redirect-nowhere.
    """

    def __init__(
        self,
        folder: Path,
        mode: str = "good",
        at: datetime | None = None,
        name: str = "tsa",
        *,
        secure: bool = False,
    ) -> None:
        self.folder = folder / name
        self.folder.mkdir(parents=True)
        self.keys = Path(_certificates().name)
        self.mode = mode
        self.at = at
        """The time (aware) that it takes for now, with `faketime`; None for the computer's."""
        self.asked = 0
        """How often it was asked."""
        self.stopped = threading.Event()
        (self.folder / "serial").write_text("01")
        (self.folder / "openssl.cnf").write_text(_SECTION.format(place=self.folder))
        self._server = _Server(self)
        self._scheme = "https" if secure else "http"
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.keys / "web.pem", self.keys / "web.key")
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}/tsa"

    @property
    def roots(self) -> Path:
        """The certificate that every good chain ends in, as PEM."""
        return self.keys / "root.pem"

    @property
    def other_roots(self) -> Path:
        """Another authority's."""
        return self.keys / "other-root.pem"

    def __enter__(self) -> "Authority":
        serve = {"poll_interval": 0.01}
        threading.Thread(target=self._server.serve_forever, kwargs=serve, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()

    def query(self, data: bytes, *extra: str) -> bytes:
        """Return a question as openssl asks it."""
        digest = hashlib.sha256(data).hexdigest()
        return _openssl(self.folder, "ts", "-query", "-digest", digest, "-sha256", "-cert", *extra)

    def stamped(self, question: bytes) -> bytes:
        """Return an answer to a question, without any network."""
        signer = {"wrong-root": "other", "expired": "expired"}.get(self.mode, "tsa")
        chain = {"unsorted": "unsorted", "wrong-root": "other-root"}.get(self.mode, "chain")
        with _ASKING:
            query = self.folder / "query.tsq"
            query.write_bytes(question)
            words = ["ts", "-reply", "-config", str(self.folder / "openssl.cnf")]
            words += ["-section", "stamps", "-queryfile", str(query), "-sha256"]
            words += ["-signer", str(self.keys / f"{signer}.pem")]
            words += ["-inkey", str(self.keys / f"{signer}.key")]
            words += ["-chain", str(self.keys / f"{chain}.pem")]
            return _openssl(self.folder, *words, at=self.at)

    def answer(self, question: bytes) -> bytes:
        """Return what it says to a question in its mode."""
        if odd := _ODD.get(self.mode):
            return odd(self, question)
        return self.stamped(question)


def openssl_accepts(
    raw: bytes, data: bytes, roots: Path, folder: Path, at: datetime | None = None
) -> bool:
    """Whether `openssl ts -verify` takes an answer for a stamp of these data, looking at a time."""
    token, given = folder / "given.tsr", folder / "given.data"
    token.write_bytes(raw)
    given.write_bytes(data)
    words = ["openssl", "ts", "-verify", "-in", str(token), "-data", str(given)]
    words += ["-CAfile", str(roots)]
    if at is not None:
        words += ["-attime", str(int(at.timestamp()))]
    finished = subprocess.run(words, capture_output=True, check=False)
    return finished.returncode == 0 and b"Verification: OK" in finished.stdout + finished.stderr


def _openssl(folder: Path, *words: str, at: datetime | None = None) -> bytes:
    line = ["openssl", *words]
    if at is not None:
        line = ["faketime", "-f", f"@{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}", *line]
    env = {**os.environ, "TZ": "UTC", "HOME": str(folder)}
    return subprocess.run(line, env=env, capture_output=True, check=True).stdout


def _other_imprint(question: bytes) -> bytes:
    begin = question.index(b"\x04\x20") + 2
    return question[:begin] + hashlib.sha256(b"something else").digest() + question[begin + 32 :]


def _earlier_nonce(question: bytes) -> bytes:
    """The number stands before the last three bytes, which ask for certificates."""
    return question[:-4] + bytes((question[-4] ^ 1,)) + question[-3:]


def _without_nonce(tsa: Authority, question: bytes) -> bytes:
    begin = question.index(b"\x04\x20") + 2
    digest = question[begin : begin + 32].hex()
    words = ("ts", "-query", "-digest", digest, "-sha256", "-cert", "-no_nonce")
    return tsa.stamped(_openssl(tsa.folder, *words))


def _wrong_signature(tsa: Authority, question: bytes) -> bytes:
    good = tsa.stamped(question)
    return good[:-3] + bytes((good[-3] ^ 1,)) + good[-2:]


def _granted_with_changes(tsa: Authority, question: bytes) -> bytes:
    return tsa.stamped(question).replace(b"\x02\x01\x00", b"\x02\x01\x01", 1)


def _refused(tsa: Authority, question: bytes) -> bytes:
    """Ask for what openssl does not know: it answers with a refusal in its own words."""
    return tsa.stamped(question.replace(bytes.fromhex("608648016503040201"), bytes(9), 1))


_ODD: dict[str, Callable[[Authority, bytes], bytes]] = {
    "wrong-data": lambda tsa, question: tsa.stamped(_other_imprint(question)),
    "replayed": lambda tsa, question: tsa.stamped(_earlier_nonce(question)),
    "no-nonce": _without_nonce,
    "broken": _wrong_signature,
    "granted-with-changes": _granted_with_changes,
    "refusing": _refused,
    "page": lambda *_: b"<!doctype html><title>Welcome to the hotel's network</title>",
    "noise": lambda *_: os.urandom(3000),
    "cut": lambda tsa, question: tsa.stamped(question)[:-200],
    "large": lambda *_: bytes(100 * 1024),
    "empty": lambda *_: b"",
}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, tsa: Authority) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.tsa = tsa

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing on the tests' screen when a client hangs up."""


class _Handler(BaseHTTPRequestHandler):
    @property
    def tsa(self) -> Authority:
        assert isinstance(self.server, _Server)
        return self.server.tsa

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"]))
        self.tsa.asked += 1
        with suppress(ConnectionError):
            self.say(question)

    def say(self, question: bytes) -> None:
        tsa = self.tsa
        if self.path == "/good":
            self.send(tsa.stamped(question))
        elif tsa.mode == "silent":
            tsa.stopped.wait(30)
        elif tsa.mode in _PLACES:
            self.send(b"", 302, _PLACES[tsa.mode])
        elif tsa.mode == "slow-start":
            self.drip(b"HTTP/1.0 200 OK\r\nX-Slow: " + b"x" * 2000)
        elif tsa.mode == "slow":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
            self.drip(tsa.stamped(question))
        else:
            self.send(tsa.answer(question), 500 if tsa.mode == "error" else 200)

    def send(self, body: bytes, status: int = 200, place: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(body)))
        if place is not None:
            self.send_header("Location", place)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, body: bytes) -> None:
        for byte in body:
            if self.tsa.stopped.wait(0.05):
                return
            self.wfile.write(bytes((byte,)))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the tests' screen."""


_PLACES = {
    "redirect": "/good",
    "redirect-loop": "/tsa",
    "redirect-file": "file:///etc/hostname",
    "redirect-nowhere": "",
}
