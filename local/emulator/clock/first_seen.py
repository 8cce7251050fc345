"""How far ahead the clock was when a value was first seen."""


class FirstSeen:
    def __init__(self, clock):
        self._clock = clock
        self._ahead: dict = {}
        self._kept: dict = {}

    def ahead(self, key) -> float:
        """For a key that has the value in it: another value counts anew."""
        found = self._kept[key] = self._ahead.get(key, self._clock.ahead)
        return found

    def forget_others(self) -> None:
        """After a sweep: what it did not ask for is gone."""
        self._ahead, self._kept = self._kept, {}
