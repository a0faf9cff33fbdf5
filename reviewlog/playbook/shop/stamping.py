"""The services that an owner lets stamp the log with their time: addresses in config.yaml."""

from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Discriminator, Tag

from reviewlog.playbook.faults import TAG
from reviewlog.playbook.language.words import Form
from reviewlog.playbook.shop.hours import wrong
from reviewlog.playbook.strict import shortened


def _is_an_address(text: str) -> str:
    if fault := _address_fault(text):
        raise wrong(f"“{shortened(text)}” {fault}")
    return text


def _address_fault(text: str) -> str | None:
    """Return why a service cannot be asked there."""
    if not _names_a_service(text):
        bare = "://" not in text and "." in text.split("/")[0] and not text.isspace()
        hint = f" Did you mean “https://{shortened(text)}”?" if bare else ""
        return f"is no address of a service.{hint or ' Write “https://…”.'}"
    if urlsplit(text).username is not None:
        return "holds a name or a password; a service that asks for one cannot be used."
    if not text.isascii() or any(letter.isspace() or not letter.isprintable() for letter in text):
        return "holds letters that an address cannot have."
    return None


def _lies_in_the_folder(text: str) -> str:
    path = PurePosixPath(text.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or ":" in text or "\0" in text
    if outside or not path.parts:
        said = f"“{shortened(text)}” is no file of the logbook's folder. Write “roots.pem”."
        raise wrong(said)
    return text


def _names_a_service(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


Address = Annotated[str, AfterValidator(_is_an_address)]


class StamperForm(Form):
    """A service with the certificates that its time stamps must lead to."""

    url: Address
    roots: Annotated[str, AfterValidator(_lies_in_the_folder)] | None = None


Stamper = Annotated[
    Annotated[Address, Tag(f"{TAG}address")] | Annotated[StamperForm, Tag(f"{TAG}service")],
    Discriminator(lambda said: f"{TAG}address" if isinstance(said, str) else f"{TAG}service"),
]
"""An address alone, or a mapping with `url` and `roots`."""


def kept_stampers(said: list[str | StamperForm]) -> list[dict[str, str]]:
    """Return the services as settings keep them."""
    forms = [StamperForm(url=one) if isinstance(one, str) else one for one in said]
    return [form.model_dump(exclude_none=True) for form in forms]
