"""The certificates of the tests' time-stamping service, with keys that are made on the spot."""

from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

BEGIN, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC)
RUN_OUT = datetime(2025, 1, 1, tzinfo=UTC)
_ORGANISATION = "The authority that the tests have made for themselves"


class Named:
    """A certificate and its key."""

    def __init__(
        self,
        name: str,
        issuer: "Named | None" = None,
        *,
        end: datetime = END,
        signs_certificates: bool = True,
        purpose: x509.ObjectIdentifier = ExtendedKeyUsageOID.TIME_STAMPING,
        organisation: str = "",
    ) -> None:
        self.key: EllipticCurvePrivateKey = generate_private_key(SECP256R1())
        parts = [(NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, organisation)]
        self.name = x509.Name([x509.NameAttribute(kind, text) for kind, text in parts if text])
        signer = issuer or self
        builder = (
            x509.CertificateBuilder(signer.name, self.name, self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(BEGIN)
            .not_valid_after(end)
            .add_extension(
                x509.BasicConstraints(ca=signs_certificates, path_length=None), critical=True
            )
            .add_extension(_usage(signs_certificates), critical=True)
        )
        if not signs_certificates:
            builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
            here = x509.IPAddress(IPv4Address("127.0.0.1"))
            builder = builder.add_extension(x509.SubjectAlternativeName([here]), critical=False)
        self.certificate = builder.sign(signer.key, SHA256())

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates, key_cert_sign=signs_certificates, crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def make_certificates(folder: Path) -> None:
    """Write two authorities: root → between → tsa (and one that ran out), other-root → other.

    openssl writes the certificates of a stamp in the order signer, then as in the file; DER
    wants the shorter ones first. So the signers have short names, and `unsorted.pem` has its
    long one in front.
    """
    root = Named("Root of the tests", organisation=_ORGANISATION)
    between = Named("Between root and service of the tests", root, organisation=_ORGANISATION)
    other_root = Named("Root of somebody else", organisation=_ORGANISATION)
    signers = {
        "tsa": Named("Test TSA", between, signs_certificates=False),
        "expired": Named("Old TSA", between, signs_certificates=False, end=RUN_OUT),
        "other": Named("Other TSA", other_root, signs_certificates=False),
    }
    web = ExtendedKeyUsageOID.SERVER_AUTH
    signers["web"] = Named("127.0.0.1", root, signs_certificates=False, purpose=web)
    for name, signer in signers.items():
        (folder / f"{name}.pem").write_bytes(signer.pem)
        private = signer.key.private_bytes(
            Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()
        )
        (folder / f"{name}.key").write_bytes(private)
    (folder / "root.pem").write_bytes(root.pem)
    (folder / "other-root.pem").write_bytes(other_root.pem)
    (folder / "chain.pem").write_bytes(between.pem)
    (folder / "unsorted.pem").write_bytes(between.pem + root.pem)
