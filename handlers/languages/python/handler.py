"""The checksum of a text: the same small function in every language (docs/languages.md)."""

from hashlib import sha256


def handler(event: dict, _context: object) -> dict:
    text = event.get("text")
    if not isinstance(text, str):
        raise TypeError("text: give a string")
    data = text.encode()
    return {"sha256": sha256(data).hexdigest(), "bytes": len(data)}
