"""The authorities that functions trust in languages that take them from a file: the public ones, and the emulator's own."""

import functools
import os
import tempfile
import types

import certifi
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

PASSWORD = "changeit"  # Java's own default
authorities = types.SimpleNamespace(certificate="")


def write(name: str, content: bytes) -> str:
    """Writes a file as a whole, since a function may read it meanwhile; returns its path."""
    path = os.path.join(os.path.dirname(authorities.certificate), name)
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(path), delete=False) as file:
        file.write(content)
    os.replace(file.name, path)
    return path


def certificates() -> list[x509.Certificate]:
    with open(certifi.where(), "rb") as public, open(authorities.certificate, "rb") as own:
        return [*x509.load_pem_x509_certificates(own.read()), *x509.load_pem_x509_certificates(public.read())]


@functools.cache
def bundle() -> str:
    return write("authorities.pem", b"".join(each.public_bytes(serialization.Encoding.PEM) for each in certificates()))


@functools.cache
def java_store() -> str:
    entries = [pkcs12.PKCS12Certificate(each, str(index).encode()) for index, each in enumerate(certificates())]
    encryption = serialization.BestAvailableEncryption(PASSWORD.encode())
    return write("authorities.p12", pkcs12.serialize_java_truststore(entries, encryption))
