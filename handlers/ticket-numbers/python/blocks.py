"""Numbers from blocks: each block is drawn once over all environments, and its numbers are used in order."""

from collections.abc import Callable, Iterator


class Numbers:
    """The numbers of one environment. `draw` returns the next block, which nobody else gets."""

    def __init__(self, draw: Callable[[], int], size: int) -> None:
        self._draw = draw
        self._size = size
        self._left: Iterator[int] = iter(())

    def next(self) -> int:
        number = next(self._left, None)
        if number is not None:
            return number
        self.refill()
        return next(self._left)

    def refill(self) -> None:
        first = self._draw() * self._size
        self._left = iter(range(first, first + self._size))

    def forget(self) -> None:
        """Drops what is left of the block: a copy of this environment has it too."""
        self._left = iter(())
