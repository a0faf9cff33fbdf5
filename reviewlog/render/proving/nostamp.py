"""Why a service gave no time stamp, in words."""

from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.harmless import harmless_line

_AGAIN = " Nothing is lost; it will be asked again."
_WORDS = {
    "scheme": "is no address that can be asked. Write https://… under “time_stamps” in config.yaml.",
    "roots": "cannot be checked: there are no certificates in the file that “roots” names in"
    " config.yaml, or it is not in the logbook's folder.",
    "unreachable": f"could not be reached.{_AGAIN}",
    "slow": f"took too long to answer.{_AGAIN}",
    "large": "answered with far more than a time stamp. Nothing of it was kept.",
    "redirect": "sent us to a place where we do not go. Is the address still right?",
    "no-stamp": "did not answer with a time stamp. Is the address right?",
    "refused": "refused to give a time stamp.",
    "other-data": "gave a time stamp for something else. It was not kept.",
    "other-nonce": "gave an old time stamp. It was not kept.",
    "broken": "gave a time stamp whose signature or certificate does not hold. It was not kept.",
}


def no_stamp(error: NoStampError) -> str:
    """Return what it means that a service gave no time stamp."""
    said = f" It says: “{harmless_line(error.detail)}”" if error.detail else ""
    return f"{harmless_line(error.service)} {_WORDS[error.reason]}{said}"
