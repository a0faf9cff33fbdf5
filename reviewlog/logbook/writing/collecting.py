"""Keep copies of files, with how they were come by: before any is copied, who agreed to it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reviewlog.domain.custody import may_sound, needs_consent, usual_how
from reviewlog.domain.errors import UnknownFileError
from reviewlog.domain.time.moment import Moment, moment_to_field
from reviewlog.domain.usage_errors import ConsentMissingError
from reviewlog.logbook.base import Book, checked_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.said import Capture
from reviewlog.store.files import StoredFile

NOTHING_SAID = Capture()


class Collecting(Book):
    """What `attach` and `log --attach` share."""

    def find_recording(self, paths: Iterable[Path], how: str | None = None) -> Path | None:
        """Return the first of the files for which somebody must have agreed; nothing is copied.

        Raises UnreadableFileError.
        """
        files = self.store.files
        return next((path for path in paths if needs_consent(files.look(path), how)), None)

    def take_in(self, paths: Iterable[Path], capture: Capture = NOTHING_SAID) -> list[StoredFile]:
        """Copy files in. Raises what `check_files` raises, before any is copied."""
        known = tuple(paths)
        self.check_files(known, capture)
        return [self.store.files.take_in(path) for path in known]

    def check_files(self, paths: Iterable[Path], capture: Capture) -> None:
        """Refuse files that may not be kept. Raises ConsentMissingError, UnreadableFileError."""
        recording = self.find_recording(paths, capture.how)
        if recording is not None and not capture.consent:
            raise ConsentMissingError(str(recording))
        checked_text(capture.source, "--from")
        checked_text(capture.by, "--by")

    def file_fields(
        self, file: StoredFile, at: Moment | None, said: Capture = NOTHING_SAID
    ) -> dict[str, Any]:
        """Return what an entry keeps of a file, and of how it was come by."""
        fields: dict[str, Any] = {
            "happened_at": self.happened(at),
            "file": {
                "name": file.name,
                "size": file.size,
                "sha256": file.sha256,
                "type": file.type,
            },
        }
        return fields | {
            "how": said.how or usual_how(file.type),
            "shows": said.shows,
            "source": said.source,
            "by": said.by,
            "captured_at": moment_to_field(said.taken) if said.taken else None,
            "consent": said.consent if may_sound(file.type) else None,
        }

    def parent_of(self, incident: str, number: str, entry: str | None) -> str | None:
        """Return the SHA-256 of the file that an entry of an incident holds.

        Raises UnknownFileError. The caller holds the transaction.
        """
        if entry is None:
            return None
        from reviewlog.logbook.writing.numbering import entry_word

        meant = entry_word(self, incident, entry)
        timeline, _ = Projector(self.store, self.calendar).timeline(incident)
        for settled in timeline:
            file = settled.entry.fields.get("file")
            if str(settled.entry.id.seq) == meant and file:
                return str(file["sha256"])
        raise UnknownFileError(number, entry)

    def copied_from(self, row: dict[str, Any], word: str | None) -> dict[str, Any]:
        """Return what a redacted copy of a file says unless it is said otherwise.

        Raises UnknownFileError. The caller holds the transaction.
        """
        if word is None:
            return {}
        from reviewlog.logbook.writing.blackening import copied, find_original

        return copied(find_original(self, row, word))


def over(copied: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """Return fields in which what was said stands over what was copied."""
    return copied | {name: value for name, value in said.items() if value is not None}
