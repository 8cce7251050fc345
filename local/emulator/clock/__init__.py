"""The clock of schedules, TTL, lifecycle rules and alarms, and a way to move it, so that a month passes in seconds.

Everything else keeps the machine's time: functions, signatures, tokens, log lines. A time that a program writes, such as an item's TTL or the
date of a schedule, therefore counts from when it was first seen here: what was due in a week before a move of 30 days is due after it, and what
a function writes afterwards, for a week from its own today, stays for a week.
"""

import logging
import threading
import time
from datetime import datetime, timezone

from .alarms import Alarms
from .lifecycle import Lifecycle
from .queues import Queues
from .schedules import Schedules
from .ttl import TimeToLive

logger = logging.getLogger("headroom.clock")

DAY = 86_400
LONGEST = 366 * DAY
SWEEP_SECONDS = 10
# As long as Lambda lets a function run.
SETTLED_WITHIN = 900


def iso(epoch: float) -> str:
    return datetime.fromtimestamp(epoch, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


class Clock:
    def __init__(self, changed):
        self.ahead = 0.0
        self._changed = changed
        self._lock = threading.Lock()
        self._moving = False
        self._result: dict | None = None
        self._schedules, self._ttl, self._lifecycle, self._queues, self._alarms = (
            part(self) for part in (Schedules, TimeToLive, Lifecycle, Queues, Alarms)
        )
        # What keeps the machine's time, and grows older as the clock moves.
        self.aging = [self._alarms.age]
        # What else is done from time to time, and when that is worth it after a move begins.
        self.sweeping: list = []
        self.moments: list = []

    def now(self) -> float:
        return time.time() + self.ahead

    def add_schedules(self, schedules) -> None:
        self._schedules.others.append(schedules)

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True, name="headroom-clock").start()

    def _run(self) -> None:
        while True:
            time.sleep(SWEEP_SECONDS)
            with self._lock:
                self._sweep()
                for at, schedule in self._schedules.due_now():
                    self._schedules.fire(schedule, at)

    def _sweep(self) -> dict:
        done = {}
        for name, part in (("expired", self._ttl), ("lifecycle", self._lifecycle), ("queues", self._queues), ("alarms", self._alarms)):
            try:
                done[name] = part.sweep()
            except Exception:
                logger.exception("a sweep of %s failed", name)
        for do in self.sweeping:
            try:
                do()
            except Exception:
                logger.exception("a sweep failed")
        return done

    def state(self) -> dict:
        return {"now": iso(self.now()), "ahead": round(self.ahead), "moving": self._moving, "result": self._result}

    def move(self, seconds: float) -> str | None:
        """Begins to move the clock; the reason where it cannot be done."""
        if not 0 < seconds <= LONGEST:
            return f"the clock moves by 1 second to {LONGEST // DAY} days"
        if self._moving:
            return "the clock is being moved already"
        self._moving, self._result = True, None
        threading.Thread(target=self._move, args=(seconds,), daemon=True).start()
        return None

    def _move(self, seconds: float) -> None:
        try:
            with self._lock:
                self._result = self._pass(seconds)
        except Exception as error:
            logger.exception("the clock could not be moved")
            self._result = {"error": str(error)}
        finally:
            self._changed()
            self._moving = False

    def _pass(self, seconds: float) -> dict:
        # What is there now counts from now.
        steps = [self._sweep()]
        begin, ahead = self.now(), self.ahead
        end = begin + seconds
        firings, skipped = self._schedules.between(begin, end)
        midnights = range(int(begin // DAY + 1) * DAY, int(end) + 1, DAY)
        others = (at for each in self.moments for at in each(begin))
        moments = [(float(at), None) for at in (*midnights, *self._alarms.ends(begin), *others, end) if begin < at <= end]
        fired: dict[str, int] = {}
        for at, schedule in sorted([*firings, *moments], key=lambda each: each[0]):
            self._advance(at)
            steps.append(self._sweep())
            if schedule is not None and self._schedules.fire(schedule, at):
                fired[schedule.name] = fired.get(schedule.name, 0) + 1
                settle()
        # Meanwhile the machine's time has gone on as well.
        self._advance(self.now() + ahead + seconds - self.ahead)
        return {
            "from": iso(begin),
            "to": iso(end),
            "fired": [
                {"schedule": name, "times": fired.get(name, 0), "skipped": skipped.get(name, 0)}
                for name in sorted({*fired, *skipped})
            ],
            "expired": total(steps, "expired"),
            "lifecycle": total(steps, "lifecycle"),
            "alarms": [change for step in steps for change in step.get("alarms") or []],
        }

    def _advance(self, at: float) -> None:
        """To this time; where functions ran for longer, the machine's time has moved the clock there already."""
        by = max(0.0, at - self.now())
        self.ahead += by
        for age in self.aging:
            age(by)


def total(steps: list[dict], part: str) -> dict:
    counts: dict[str, int] = {}
    for step in steps:
        for name, count in (step.get(part) or {}).items():
            counts[name] = counts.get(name, 0) + count
    return counts


def settle() -> None:
    """Waits until no function runs, so that the night's job has ended when the next night begins."""
    from ministack.services import lambda_svc

    until = time.monotonic() + SETTLED_WITHIN
    time.sleep(0.02)
    while lambda_svc.executions_in_flight()[0] and time.monotonic() < until:
        time.sleep(0.02)
