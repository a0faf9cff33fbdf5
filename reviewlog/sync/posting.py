"""One question to a service on the network, held to a time and a size."""

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reviewlog.domain.evidence_errors import NoStampError

if TYPE_CHECKING:
    import socket
    from concurrent.futures import Future
    from http.client import HTTPConnection, HTTPResponse

LARGEST = 64 * 1024
REDIRECTS = 3
_MOVED = frozenset((301, 302, 303, 307, 308))
_HEADERS = {"Content-Type": "application/timestamp-query", "Connection": "close"}


def post(url: str, question: bytes, seconds: float) -> bytes:
    """Return a service's answer to a question.

    Raises NoStampError (`scheme`, `unreachable`, `slow`, `large`, `redirect`, `no-stamp`).
    """
    import threading
    from concurrent.futures import Future

    exchange = _Exchange(url, seconds)
    answer: Future[bytes] = Future()
    # The whole runs beside us: a server that drips bytes, a name that is looked up for ever
    # or one address after the other that is silent would each restart a socket's own time-out.
    threading.Thread(target=exchange.run, args=(question, answer), daemon=True).start()
    try:
        return answer.result(timeout=seconds)
    except TimeoutError:
        exchange.stop()
        raise NoStampError(url, "slow") from None


class _Exchange:
    """Asking, and asking again where the service sends us on."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._seconds = seconds
        self._socket: socket.socket | None = None

    def run(self, question: bytes, answer: "Future[bytes]") -> None:
        """Ask, and hand the outcome over, whatever it is: it is raised where it is awaited."""
        try:
            answer.set_result(self._asked(question))
        except BaseException as error:
            answer.set_exception(error)

    def stop(self) -> None:
        """Let go of the service."""
        import socket

        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _asked(self, question: bytes) -> bytes:
        from http.client import HTTPException

        try:
            return self._followed(question)
        except TimeoutError:
            raise NoStampError(self._url, "slow") from None
        except (OSError, HTTPException, ValueError):
            raise NoStampError(self._url, "unreachable") from None

    def _followed(self, question: bytes) -> bytes:
        url = self._url
        if not _can_be_asked(url):
            raise NoStampError(url, "scheme")
        for _ in range(REDIRECTS + 1):
            said = self._once(url, question)
            if isinstance(said, bytes):
                return said
            url = next_address(url, said)
            if not url:
                break
        raise NoStampError(self._url, "redirect")

    def _once(self, url: str, question: bytes) -> bytes | str:
        """Return the answer of one address, or where it sends us."""
        with closing(_connection(url, self._seconds)) as connection:
            connection.connect()
            self._socket = connection.sock
            connection.request("POST", _target(url), question, _HEADERS)
            with connection.getresponse() as response:
                if response.status in _MOVED:
                    return response.headers.get("Location", "")
                if response.status != 200:
                    raise NoStampError(self._url, "no-stamp")
                return self._body(response)

    def _body(self, response: "HTTPResponse") -> bytes:
        body = response.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise NoStampError(self._url, "large")
        return body


def next_address(url: str, location: str) -> str:
    """Return where a service sends us, empty where we do not go: never from https to http."""
    from urllib.parse import urljoin, urlsplit

    try:
        new = urljoin(url, location)
        secure = urlsplit(url).scheme == "https"
        if not _can_be_asked(new) or (secure and urlsplit(new).scheme != "https"):
            return ""
    except ValueError:
        return ""
    return new if location else ""


def _can_be_asked(url: str) -> bool:
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _connection(url: str, seconds: float) -> "HTTPConnection":
    from http.client import HTTPConnection, HTTPSConnection
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    host = str(parts.hostname)
    if parts.scheme == "http":
        return HTTPConnection(host, parts.port, timeout=seconds)
    import ssl

    context = ssl.create_default_context()
    return HTTPSConnection(host, parts.port, timeout=seconds, context=context)


def _target(url: str) -> str:
    from urllib.parse import quote, urlsplit

    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return quote(path if path.startswith("/") else f"/{path}", safe="/?%:@!$&'()*+,;=~-._")
