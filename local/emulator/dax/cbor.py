"""CBOR as DAX's clients write and read it: with DynamoDB's sets, and numbers that lose no digit.

https://www.rfc-editor.org/rfc/rfc8949
"""

import base64
import struct
from decimal import Decimal
from typing import NamedTuple

UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE = range(8)
POSITIVE_BIG, NEGATIVE_BIG, DECIMAL = 2, 3, 4
SETS = {3321: "SS", 3322: "NS", 3323: "BS"}
SET_TAGS = {kind: tag for tag, kind in SETS.items()}
ORDINAL = 3324  # a place in a list, in the path of an expression
CONSTANTS = {20: False, 21: True, 22: None, 23: None}
FLOATS = {25: ("!e", 2), 26: ("!f", 4), 27: ("!d", 8)}
OPEN = -1  # a length that a break ends


class Incomplete(Exception):
    """More bytes are to come."""


class Tagged(NamedTuple):
    tag: int
    value: object


class Break(Exception):
    pass


class Reader:
    def __init__(self, data, at: int = 0):
        self.data, self.at = data, at

    def rest(self) -> bytes:
        return self.take(len(self.data) - self.at)

    def ended(self) -> bool:
        return self.at >= len(self.data)

    def take(self, count: int) -> bytes:
        if self.at + count > len(self.data):
            raise Incomplete
        part = bytes(self.data[self.at : self.at + count])
        self.at += count
        return part

    def _head(self) -> tuple[int, int, int]:
        first = self.take(1)[0]
        major, low = first >> 5, first & 31
        if major == SIMPLE:
            return major, low, 0
        if low == 31:
            return major, low, OPEN
        if low > 27:
            raise ValueError("not CBOR")
        return major, low, low if low < 24 else int.from_bytes(self.take(1 << (low - 24)), "big")

    def value(self):
        major, low, count = self._head()
        if major == UNSIGNED:
            return count
        if major == NEGATIVE:
            return -1 - count
        if major in (BYTES, TEXT):
            text = b"".join(self._chunks()) if count == OPEN else self.take(count)
            return text if major == BYTES else text.decode()
        if major == ARRAY:
            return list(self._values(count))
        if major == MAP:
            values = list(self._values(count if count == OPEN else 2 * count))
            return dict(zip(values[::2], values[1::2]))
        if major == TAG:
            return self._tagged(count)
        return self._simple(low)

    def _values(self, count: int):
        while count:
            try:
                yield self.value()
            except Break:
                if count > 0:
                    raise ValueError("not CBOR") from None
                return
            count -= 1

    def _chunks(self):
        for chunk in self._values(OPEN):
            yield chunk if isinstance(chunk, bytes) else chunk.encode()

    def _simple(self, low: int):
        if low in FLOATS:
            form, size = FLOATS[low]
            return Decimal(repr(struct.unpack(form, self.take(size))[0]))
        if low == 31:
            raise Break
        return CONSTANTS[low]

    def _tagged(self, tag: int):
        value = self.value()
        if tag in (POSITIVE_BIG, NEGATIVE_BIG):
            number = int.from_bytes(value, "big")
            return number if tag == POSITIVE_BIG else -1 - number
        if tag == DECIMAL:
            exponent, digits = value
            return Decimal(f"{digits}E{exponent}")  # which rounds nothing, as arithmetic would
        return Tagged(tag, value)


def head(major: int, count: int) -> bytes:
    if count < 24:
        return bytes([major << 5 | count])
    size = next(size for size in (1, 2, 4, 8) if count < 1 << 8 * size)
    return bytes([major << 5 | 23 + size.bit_length()]) + count.to_bytes(size, "big")


def encode(value) -> bytes:
    """A float is one of CBOR; a Decimal keeps its digits."""
    if value is None or isinstance(value, bool):
        return bytes([SIMPLE << 5 | {False: 20, True: 21, None: 22}[value]])
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, float):
        return bytes([SIMPLE << 5 | 27]) + struct.pack("!d", value)
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, bytes):
        return head(BYTES, len(value)) + value
    if isinstance(value, str):
        text = value.encode()
        return head(TEXT, len(text)) + text
    if isinstance(value, Tagged):
        return head(TAG, value.tag) + encode(value.value)
    if isinstance(value, list):
        return head(ARRAY, len(value)) + b"".join(map(encode, value))
    pairs = (encode(key) + encode(each) for key, each in value.items())
    return head(MAP, len(value)) + b"".join(pairs)


def _integer(value: int) -> bytes:
    count = value if value >= 0 else -1 - value
    if count < 1 << 64:
        return head(UNSIGNED if value >= 0 else NEGATIVE, count)
    tag = POSITIVE_BIG if value >= 0 else NEGATIVE_BIG
    return head(TAG, tag) + encode(count.to_bytes((count.bit_length() + 7) // 8, "big"))


def _decimal(value: Decimal) -> bytes:
    sign, digits, exponent = value.as_tuple()
    number = int("".join(map(str, digits))) * (-1 if sign else 1)
    if 0 <= exponent <= 38:  # 100 is the integer, not 1 with two zeros
        return _integer(number * 10**exponent)
    return head(TAG, DECIMAL) + encode([exponent, number])


def attribute(value) -> dict:
    """An attribute value of DynamoDB's JSON."""
    if value is None:
        return {"NULL": True}
    if isinstance(value, bool):
        return {"BOOL": value}
    if isinstance(value, (int, Decimal)):
        return {"N": f"{Decimal(value):f}"}
    if isinstance(value, str):
        return {"S": value}
    if isinstance(value, bytes):
        return {"B": base64.b64encode(value).decode()}
    if isinstance(value, list):
        return {"L": [attribute(each) for each in value]}
    if isinstance(value, dict):
        return {"M": {name: attribute(each) for name, each in value.items()}}
    return {SETS[value.tag]: [next(iter(attribute(each).values())) for each in value.value]}


def plain(value: dict):
    """What stands for an attribute value in CBOR."""
    kind, content = next(iter(value.items()))
    if kind == "NULL":
        return None
    if kind == "N":
        return Decimal(content)
    if kind == "B":
        return base64.b64decode(content)
    if kind == "L":
        return [plain(each) for each in content]
    if kind == "M":
        return {name: plain(each) for name, each in content.items()}
    if kind in SET_TAGS:
        return Tagged(SET_TAGS[kind], [plain({kind[0]: each}) for each in content])
    return content
