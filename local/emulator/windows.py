"""Lambda's windows over a source: batching windows, in which a batch is gathered, and tumbling windows, over which a function keeps a state.

https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching
https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html
"""

import dataclasses
import json
import math
import threading
import time
from datetime import datetime, timezone

# Of what a function keeps for a shard; a larger one ends the window early.
STATE_BYTES = 1024 * 1024


def wake_in(seconds: float, wake) -> None:
    timer = threading.Timer(seconds, wake.set)
    timer.daemon = True
    timer.start()


class Gathering:
    """Since when a source has records that wait for their batch: for each mapping, or shard of one."""

    def __init__(self, wake):
        self._wake = wake
        self._since: dict = {}

    def waits(self, key, mapping: dict, is_full: bool) -> bool:
        """Whether records that are there wait for others; those that do not are given away now."""
        window = int(mapping.get("MaximumBatchingWindowInSeconds") or 0)
        if window and not is_full:
            if key not in self._since:
                self._since[key] = time.monotonic()
                wake_in(window, self._wake)
            if time.monotonic() - self._since[key] < window:
                return True
        self.forget(key)
        return False

    def forget(self, key) -> None:
        self._since.pop(key, None)


@dataclasses.dataclass
class Tumbling:
    """An open window of a shard. Where it begins and ends follows from when its records came into the stream."""

    start: int
    end: int
    state: dict = dataclasses.field(default_factory=dict)

    @classmethod
    def at(cls, arrival: float, seconds: int) -> "Tumbling":
        start = math.floor(arrival / seconds) * seconds
        return cls(start, start + seconds)

    def event(self, shard, records: list[dict], final: bool = False) -> dict:
        return {
            "Records": records,
            "window": {"start": iso(self.start), "end": iso(self.end)},
            "state": self.state,
            "shardId": shard.id,
            "eventSourceARN": shard.arn,
            "isFinalInvokeForWindow": final,
            "isWindowTerminatedEarly": self.is_too_large(),
        }

    def is_due(self) -> bool:
        return self.end <= time.time() or self.is_too_large()

    def is_too_large(self) -> bool:
        return len(json.dumps(self.state, separators=(",", ":")).encode()) > STATE_BYTES


def state_of(result: dict) -> dict | None:
    """What a function keeps; nothing where its answer has none, which is a failure."""
    answer = result.get("body")
    try:
        answer = json.loads(answer) if isinstance(answer, str) else answer
    except ValueError:
        return None
    state = answer.get("state") if isinstance(answer, dict) else None
    return state if isinstance(state, dict) else None


def keep_tumbling_windows(lambdas) -> None:
    """MiniStack drops the setting."""
    create, update = lambdas._create_esm, lambdas._update_esm

    def keeping(answer, data: dict):
        found = lambdas._esms.get(json.loads(answer[2]).get("UUID"))
        if found is None or "TumblingWindowInSeconds" not in data:
            return answer
        found["TumblingWindowInSeconds"] = data["TumblingWindowInSeconds"]
        return lambdas.json_response(lambdas._esm_response(found), answer[0])

    lambdas._create_esm = lambda data: keeping(create(data), data)
    lambdas._update_esm = lambda name, data: keeping(update(name, data), data)


def iso(epoch: float) -> str:
    return datetime.fromtimestamp(epoch, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
