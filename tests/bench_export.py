"""What a bundle costs: time for a long incident, memory and hashing for gigabytes of exhibits."""

import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.bundle.member import exhibit_chunks
from reviewlog.domain.entry import Draft
from reviewlog.domain.time.moment import exactly, moment_to_field
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Contact

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
ENTRIES, SCREENSHOTS = 500, 60
LARGE = 190 * 1024 * 1024
"""Bytes of an exhibit just below the most that is taken in."""
WHOLE = "from reviewlog.door import main; code = main()"
WITHOUT = f"import sys; sys.modules['typst'] = None; {WHOLE}"
PEAK = "; open('{}', 'w').write(open('/proc/self/status').read()); assert not code"
"""Written by the process itself: what the system says of a child may be its parent's memory."""


class Cost(NamedTuple):
    """What a process of its own took."""

    seconds: float
    megabytes: float
    """The most memory that it held."""


def cost(code: str, *words: str) -> Cost:
    """Run Python with these words, which must succeed."""
    with tempfile.NamedTemporaryFile("r") as peak:
        whole = [sys.executable, "-c", code + PEAK.format(peak.name), *words]
        start = time.perf_counter()
        subprocess.run(whole, check=True, capture_output=True)
        seconds = time.perf_counter() - start
        held = next(line for line in peak if line.startswith("VmHWM:"))
    return Cost(seconds, int(held.split()[1]) / 1024)


def long_incident(folder: Path) -> Path:
    """Return a logbook with a long incident and its screenshots."""
    book = Logbook.open(folder / "book", lambda: START, "Europe/London")
    said = Contact(who="Dana Smith", text="The cake was dry.", threat="open", sites=("google",))
    incident = book.log(said).main.incident
    pictures = [_screenshot(folder / f"shot{n}.png", n) for n in range(SCREENSHOTS)]
    book.attach("1", tuple(pictures), None, "As it stood there")
    at = [moment_to_field(exactly(START + timedelta(minutes=n))) for n in range(ENTRIES)]
    call: dict[str, Any] = {"channel": "phone", "direction": "in", "who": "Dana Smith", "quote": "Or one star. " * 9}  # fmt: skip
    drafts = [Draft("interaction", call | {"happened_at": when}, incident) for when in at]
    with book.store.writing():
        book.record(drafts[: ENTRIES - SCREENSHOTS - 1])
    book.close()
    return folder / "book"


def _screenshot(path: Path, number: int) -> Path:
    """Write what a telephone makes of a page with a picture in it: about a megabyte."""
    from random import Random

    from PIL import Image

    random, screen = Random(number), Image.new("RGB", (1170, 2532), "#fafafc")
    for top in range(150, 2400, 34):
        screen.paste((60, 60, 70), (60, top, 300 + random.randrange(800), top + 14))
    photo = Image.frombytes("RGB", (60, 60), random.randbytes(60 * 60 * 3))
    screen.paste(photo.resize((800, 800), Image.Resampling.BICUBIC), (150, 900))
    screen.save(path)
    return path


def large_incident(folder: Path, size: int) -> Path:
    """Return a logbook with so many bytes of exhibits."""
    book = Logbook.open(folder / "book", lambda: START, "Europe/London")
    book.log(Contact(who="Dana Smith", text="The cake was dry.", sites=("google",)))
    path, block = folder / "large.bin", os.urandom(1024 * 1024)
    for n in range(-(-size // LARGE)):
        with path.open("wb") as file:
            file.write(n.to_bytes(8, "big"))
            for _ in range(min(LARGE, size - n * LARGE) // len(block) - 1):
                file.write(block)
        book.attach("1", (path,), None, None)
    path.unlink()
    book.close()
    return folder / "book"


def export_costs(gigabytes: float, runs: int = 3) -> None:
    """Print what export and verify cost, beside bare Python and sha256sum on the same files."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        _time_of(Path(name) / "long", runs)
        _memory_of(Path(name) / "large", int(gigabytes * 1e9), runs)


def _time_of(folder: Path, runs: int) -> None:
    folder.mkdir()
    book, target = long_incident(folder), str(folder / "out.zip")
    words = ("export", "1", "--for", "self", "-y", "-o", target, "--book", str(book))
    jobs = {"python -c pass": ("code = 0",), "export, no PDF": (WITHOUT, *words),
            "export with PDF": (WHOLE, *words), "verify": (WHOLE, "verify", target)}  # fmt: skip
    best = {name: min(cost(*job) for _ in range(runs)) for name, job in jobs.items()}
    print(
        f"\n{ENTRIES} entries, {SCREENSHOTS} screenshots, {Path(target).stat().st_size / 1e6:.1f} MB"
    )
    print(f"{'command':<24}{'s':>8}{'x bare':>9}{'MB':>8}")
    for name, found in best.items():
        ratio = found.seconds / best["python -c pass"].seconds
        print(f"{name:<24}{found.seconds:8.2f}{ratio:9.1f}{found.megabytes:8.0f}")
    pdf = best["export with PDF"].seconds - best["export, no PDF"].seconds
    print(f"the PDF alone: {pdf:.2f} s (export without it 2, with it 2 + 4 s)")


def _memory_of(folder: Path, size: int, runs: int) -> None:
    folder.mkdir()
    book, target = large_incident(folder, size), str(folder / "out.zip")
    export = ("export", "1", "--for", "self", "-y", "-o", target, "--book", str(book))
    made = min(cost(WITHOUT, *export) for _ in range(runs))
    checked = min(cost(WHOLE, "verify", target) for _ in range(runs))
    theirs, ours = _hashing(book, runs)
    print(f"\n{size / 1e9:.2f} GB of exhibits (150 MB, 1.3 x sha256sum)")
    print(f"export: {made.seconds:.1f} s, {made.megabytes:.0f} MB")
    print(f"verify: {checked.seconds:.1f} s, {checked.megabytes:.0f} MB")
    print(f"sha256sum {theirs:.2f} s, hashing {ours:.2f} s: {ours / theirs:.2f} x")
    print(f"the whole export took {made.seconds / theirs:.2f} x sha256sum")


def _hashing(folder: Path, runs: int) -> tuple[float, float]:
    """Return the shortest of interleaved runs of sha256sum and of our reading of the exhibits."""
    book = Logbook.open(folder, lambda: START, "Europe/London")
    exhibits = book.dossier("1", "self").exhibits
    book.close()
    theirs = ours = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(["sha256sum", *[one.path for one in exhibits]], check=True, stdout=subprocess.DEVNULL)  # fmt: skip
        theirs = min(theirs, time.perf_counter() - start)
        start = time.perf_counter()
        for exhibit in exhibits:
            deque(exhibit_chunks(exhibit), maxlen=0)
        ours = min(ours, time.perf_counter() - start)
    return theirs, ours
