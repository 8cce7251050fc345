"""How many clients are connected to databases and caches: each minute while there are some, and once when they have gone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/dax-metrics-dimensions-dax.html
"""

import time

from .record import record

MINUTE = 60


class Connections:
    def __init__(self, clock, *sources):
        """A source yields account and Region, namespace, name, dimensions and count."""
        from clock.scope import in_scope

        self._in_scope, self._sources = in_scope, sources
        # What was last told of each, and when.
        self._told: dict[tuple, tuple[int, float]] = {}
        clock.sweeping.append(self._sweep)

    def _sweep(self) -> None:
        for source in self._sources:
            for scope, namespace, name, dimensions, count in source():
                key = (scope, namespace, *dimensions.items())
                before, at = self._told.get(key, (0, 0.0))
                if count == before and (not count or time.monotonic() - at < MINUTE):
                    continue
                self._told[key] = (count, time.monotonic())
                with self._in_scope(*scope):
                    record(namespace, {name: (count, "Count")}, dimensions)
