"""What a cluster keeps of items and of answers, for as long as its parameters say."""

import json


class Memory:
    def __init__(self, now, seconds):
        """`seconds()`: how long it keeps something now; nothing at 0."""
        self._now, self._seconds = now, seconds
        self._kept: dict[str, tuple[float, object]] = {}

    def find(self, *key) -> tuple[bool, object]:
        until, value = self._kept.get(json.dumps(key, sort_keys=True), (0.0, None))
        return until > self._now(), value

    def keep(self, value, *key) -> None:
        if seconds := self._seconds():
            self._kept[json.dumps(key, sort_keys=True)] = (self._now() + seconds, value)

    def clear(self) -> None:
        self._kept.clear()
