"""Keys as DAX's clients send them: bytes whose order is that of the items. A schema is a list of names and types, the hash key first."""

import base64
from decimal import Decimal

from .cbor import Reader, attribute, encode, plain

Schema = list[tuple[str, str]]

POSITIVE, NEGATIVE = 12, 999 + 12  # what a digit of base 1000 is counted from
ZERO = 0x80


def decode_key(data: bytes, schema: Schema) -> dict:
    (name, kind), *sort = schema
    reader = Reader(data)
    if sort:
        first = attribute(reader.value())
    else:
        first = attribute(reader.value()) if kind == "N" else _raw(kind, reader.rest())
    return {name: first, **{each: _sort(of, reader.rest()) for each, of in sort}}


def encode_key(key: dict, schema: Schema) -> bytes:
    (name, kind), *sort = schema
    first = plain(key[name])
    if not sort:
        return encode(first) if kind == "N" else _bytes(first)
    [(name, kind)] = sort
    last = plain(key[name])
    return encode(first) + (encode_number(last) if kind == "N" else _bytes(last))


def _bytes(value) -> bytes:
    return value.encode() if isinstance(value, str) else value


def _raw(kind: str, data: bytes) -> dict:
    return {kind: data.decode() if kind == "S" else base64.b64encode(data).decode()}


def _sort(kind: str, data: bytes) -> dict:
    return attribute(decode_number(data)) if kind == "N" else _raw(kind, data)


def encode_number(value: Decimal) -> bytes:
    """The exponent, then digits of base 1000 in ten bits each, and an end that says how many of the last three digits count."""
    sign, figures, exponent = value.as_tuple()
    digits = "".join(map(str, figures))
    if not value:
        return bytes([ZERO])
    exponent += len(digits)
    missing = -len(digits) % 3
    end = 2 - missing
    groups = [int((digits + "0" * missing)[at : at + 3]) for at in range(0, len(digits), 3)]
    tens = [NEGATIVE - each for each in groups] + [1023 - end] if sign else [POSITIVE + each for each in groups] + [end]
    bits = "".join(f"{each:010b}" for each in tens)
    bits += "0" * (-len(bits) % 8)
    return _header(exponent, bool(sign)) + int(bits, 2).to_bytes(len(bits) // 8, "big")


def _header(exponent: int, negative: bool) -> bytes:
    if -0x3E <= exponent < 0x3E:
        return bytes([0x3F - exponent if negative else exponent + 0xC0])
    first = (0x7E if exponent < 0 else 1) if negative else (0x81 if exponent < 0 else 0xFE)
    return bytes([first]) + ((exponent & 0xFFFFFFFF) ^ (0x7FFFFFFF if negative else 0x80000000)).to_bytes(4, "big")


def decode_number(data: bytes) -> Decimal:
    first = data[0]
    if first in (0x7F, ZERO):
        return Decimal(0)
    negative = first < ZERO
    if first in (1, 0x7E, 0x81, 0xFE):
        exponent = int.from_bytes(data[1:5], "big") ^ (0x7FFFFFFF if negative else 0x80000000)
        exponent -= 1 << 32 if exponent >= 1 << 31 else 0
        data = data[5:]
    else:
        exponent = 0x3F - first if negative else first - 0xC0
        data = data[1:]
    bits = "".join(f"{each:08b}" for each in data)
    digits = ""
    for at in range(0, len(bits) - 9, 10):
        ten = int(bits[at : at + 10], 2)
        end = 1023 - ten if negative else ten
        if end <= 2:
            digits = digits[: len(digits) - (2 - end)]
            break
        digits += f"{NEGATIVE - ten if negative else ten - POSITIVE:03d}"
    return Decimal(f"{'-' if negative else ''}{digits}E{exponent - len(digits)}")
