"""A headless browser that a test drives: opens pages, chooses files, and hears all that went wrong.

It talks the DevTools protocol over two pipes, so that no library and no port is needed.
"""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
PATIENCE = 60.0
"""Seconds until a browser that says nothing is given up."""
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
          "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--disable-dev-shm-usage")  # fmt: skip


class Browser:
    """One browser with one page open in it."""

    def __init__(self, profile: Path, *options: str) -> None:
        reads, self._to = os.pipe()
        self._from, writes = os.pipe()
        os.set_blocking(self._from, False)

        def hand_over() -> None:
            # Its ends of the pipes must be 3 and 4, and may be in each other's way.
            high = [os.dup(reads), os.dup(writes)]
            for wanted, end in zip((3, 4), high, strict=True):
                os.dup2(end, wanted)

        self._process = subprocess.Popen(
            [CHROMIUM, *_QUIET, "--remote-debugging-pipe", f"--user-data-dir={profile}", *options,
             "about:blank"],
            preexec_fn=hand_over, close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(reads)
        os.close(writes)
        self._heard, self._number, self._session = b"", 0, ""
        self.wrong: list[str] = []
        """Errors on the console, exceptions, and what the policy of the page forbade."""
        self.asked: list[str] = []
        """Addresses that the page asked for."""
        self.scripts: list[str] = []
        """Pages whose own scripts were taken up; what the test runs is not among them."""

    def __enter__(self) -> Self:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "DOM", "Log", "Network", "Audits", "Debugger"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Return the answer to a command of the protocol."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": params}
        if self._session:
            said["sessionId"] = self._session
        raw = json.dumps(said).encode() + b"\0"
        while raw:
            raw = raw[os.write(self._to, raw) :]
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self._hear(answer)

    def open(self, address: str) -> None:
        """Open a page anew, wait until it is there, and forget what was heard of others."""
        self.call("Page.navigate", url="about:blank")
        self.until("location.href === 'about:blank'")
        self.wrong, self.asked, self.scripts = [], [], []
        self.call("Page.navigate", url=address)
        self.until(f"location.href === {json.dumps(address)}")
        self.until("document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """Return what a script comes to in the page; its own policy does not bind it."""
        said = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in said, said["exceptionDetails"]
        return said["result"].get("value")

    def choose(self, selector: str, *paths: Path) -> None:
        """Choose files in a field of the page."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(path) for path in paths])

    def until(self, script: str) -> Any:
        """Wait until a script comes to something that is true, and return it."""
        last = time.monotonic() + PATIENCE
        while time.monotonic() < last:
            if found := self.run(script):
                return found
            time.sleep(0.02)
        raise TimeoutError(script)

    def _next(self) -> dict[str, Any]:
        last = time.monotonic() + PATIENCE
        while b"\0" not in self._heard:
            if time.monotonic() > last or self._process.poll() is not None:
                raise TimeoutError("the browser says nothing")
            try:
                self._heard += os.read(self._from, 1 << 20)
            except BlockingIOError:
                time.sleep(0.002)
        raw, _, self._heard = self._heard.partition(b"\0")
        return dict(json.loads(raw))

    def _hear(self, said: dict[str, Any]) -> None:
        method, params = said.get("method"), said.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.wrong.append(json.dumps(params["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.wrong.append(json.dumps(params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.wrong.append(json.dumps(params["entry"]))
        elif method == "Audits.issueAdded":
            issue = params["issue"]
            if issue["code"] == "ContentSecurityPolicyIssue":
                self.wrong.append(json.dumps(issue))
        elif method == "Debugger.scriptParsed" and params["url"]:
            self.scripts.append(params["url"])
        elif method == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
