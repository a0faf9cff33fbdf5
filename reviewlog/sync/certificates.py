"""Certificates: those that are trusted, and those that a time stamp carries."""

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.x509 import Certificate


def trusted(roots: bytes) -> "tuple[Certificate, ...]":
    """Return the certificates of a PEM text; for an empty one those this computer trusts."""
    return _from_pem(roots) if roots.strip() else _of_this_computer()


@lru_cache(maxsize=8)
def _from_pem(roots: bytes) -> "tuple[Certificate, ...]":
    import ssl

    mark = "-----END CERTIFICATE-----"
    blocks = roots.decode("ascii", "replace").split(mark)[:-1]
    ders = []
    for block in blocks:
        begin = block.find("-----BEGIN CERTIFICATE-----")
        try:
            ders.append(ssl.PEM_cert_to_DER_cert(block[begin:] + mark))
        except ValueError:
            continue
    return loaded(ders)


@lru_cache(maxsize=1)
def _of_this_computer() -> "tuple[Certificate, ...]":
    import ssl

    return loaded(ssl.create_default_context().get_ca_certs(binary_form=True))


def loaded(ders: list[bytes]) -> "tuple[Certificate, ...]":
    """Load what can be loaded: one odd certificate must not cost the others."""
    from cryptography.x509 import load_der_x509_certificate

    found = []
    with warnings.catch_warnings(action="ignore"):
        for der in ders:
            try:
                found.append(load_der_x509_certificate(der))
            except ValueError:
                continue
    return tuple(found)


def in_order(found: "tuple[Certificate, ...]", signer: Any) -> "tuple[Certificate, ...]":
    """Put the signer's certificate first, behind each the one that issued it, then the rest."""
    rest = list(found)
    chain: list[Certificate] = []
    wanted = [
        c for c in rest if (c.issuer, c.serial_number) == (signer.issuer, signer.serial_number)
    ]
    while wanted:
        chain.append(wanted[0])
        rest.remove(wanted[0])
        wanted = [c for c in rest if c.subject == chain[-1].issuer]
    return (*chain, *rest) if chain else ()


def name_of(certificate: "Certificate") -> str:
    """Return whom a certificate names, for people: the name and the organisation."""
    from cryptography.x509 import NameOID

    subject = certificate.subject
    kinds = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    names = [str(a.value) for kind in kinds for a in subject.get_attributes_for_oid(kind)]
    return ", ".join(dict.fromkeys(names)) or subject.rfc4514_string()


def pem_of(certificates: "tuple[Certificate, ...]") -> str:
    """Return certificates as PEM, for keeping."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return "".join(c.public_bytes(Encoding.PEM).decode("ascii") for c in certificates)
