"""Schedules of EventBridge Scheduler and of EventBridge's rules on our clock, in their time zones, with Scheduler's context attributes.

https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
"""

import dataclasses
import logging
import uuid
from collections.abc import Callable
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from .first_seen import FirstSeen
from .scope import in_scope

logger = logging.getLogger("headroom.clock")

# In one move of the clock; the last ones.
MOST_FIRINGS = 100
# An `at` in the minute in which it is created is run.
GRACE = 60


@dataclasses.dataclass(frozen=True)
class Schedule:
    key: tuple
    name: str
    rule: bool
    record: dict
    # What it does, where it is another service's.
    run: Callable[[], bool] | None = None

    @property
    def expression(self) -> str:
        return (self.record.get("ScheduleExpression") or "").strip()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.record.get("ScheduleExpressionTimezone") or "UTC")

    @property
    def once(self) -> bool:
        return self.expression.startswith("at(")

    @property
    def created(self) -> float:
        return float(self.record.get("CreationTime" if self.rule else "CreationDate") or 0)

    @property
    def changed(self) -> float:
        return float(self.record.get("LastModificationDate") or self.created)


class Schedules:
    def __init__(self, clock):
        from ministack.services import eventbridge, scheduler

        self._clock, self._seen = clock, FirstSeen(clock)
        self._events, self._scheduler = eventbridge, scheduler
        self._last: dict[tuple, float] = {}
        # Of other services: each yields key, name, record and what is done.
        self.others: list = []
        # Their own loops go on, and find nothing to do.
        eventbridge._tick_scheduled_rules = scheduler._tick_schedules = lambda: None
        # A rate counts from when its schedule was made.
        eventbridge._now_ts = scheduler._now = clock.now

    def _all(self):
        for key, record in list(self._scheduler._schedules._data.items()):
            yield Schedule(key, record.get("Name", ""), False, record)
        for key, record in list(self._events._rules._data.items()):
            if record.get("ScheduleExpression"):
                yield Schedule(key, record.get("Name", ""), True, record)
        for other in self.others:
            for key, name, record, run in other():
                yield Schedule(key, name, True, record, run)

    def _times(self, schedule: Schedule, after: float, until: float):
        """When it is due, later than `after`."""
        record, expression = schedule.record, schedule.expression
        ahead = self._seen.ahead((schedule.key, expression, record.get("StartDate"), record.get("EndDate")))
        if schedule.once:  # whatever its dates are
            at = datetime.fromisoformat(expression[3:-1].strip()).replace(tzinfo=schedule.zone).timestamp() + ahead
            return [at] if after - GRACE < at <= until and (schedule.key, expression) not in self._last else []
        begin = moment(record.get("StartDate"), ahead)
        end = moment(record.get("EndDate"), ahead)
        until = until if end is None else min(until, end)
        after = after if begin is None else max(after, begin - 1)
        if interval := self._events._parse_rate_seconds(expression):
            anchor = schedule.created if begin is None else begin
            first = int((after - anchor) // interval) + 1
            last = int((until - anchor) // interval)
            return [anchor + count * interval for count in range(max(first, 1 if schedule.rule else 0), last + 1)]
        fields = self._events._parse_cron_fields(expression)
        return list(self._cron(fields, schedule.zone, after, until)) if fields else []

    def _cron(self, fields, zone: ZoneInfo, after: float, until: float):
        wall = datetime.fromtimestamp(after, zone)
        while wall := self._events._cron_next_fire(fields, wall):
            at = wall.replace(fold=0).timestamp()
            if at > until:
                return
            # A time that the clock on the wall skips in spring is no run; one that it shows twice in autumn is one.
            if at > after and datetime.fromtimestamp(at, zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
                yield at

    def due_now(self) -> list[tuple[float, Schedule]]:
        """Each one that became due since the last call, once."""
        return [(times[-1], schedule) for schedule, times in self._due(self._clock.now())]

    def between(self, begin: float, end: float) -> tuple[list[tuple[float, Schedule]], dict[str, int]]:
        """What a move of the clock fires, and how many times of each are left out."""
        firings, skipped = [], {}
        for schedule, times in self._due(end):
            firings += [(max(at, begin), schedule) for at in times[-MOST_FIRINGS:]]
            if len(times) > MOST_FIRINGS:
                skipped[schedule.name] = len(times) - MOST_FIRINGS
        return firings, skipped

    def _due(self, until: float) -> list[tuple[Schedule, list[float]]]:
        found = []
        for schedule in self._all():
            # A second before: Scheduler runs a rate without a start date at once.
            since = max(self._last.get((schedule.key, schedule.expression), 0.0), schedule.changed - 1)
            try:
                times = self._times(schedule, since, until)
            except (ValueError, LookupError) as problem:
                logger.warning("the schedule %s never fires: %s", schedule.name, problem)
                continue
            if times or not schedule.once:
                self._last[(schedule.key, schedule.expression)] = until
            if schedule.record.get("State") == "ENABLED" and times:
                found.append((schedule, times))
            elif not schedule.rule and not schedule.once:
                self._complete(schedule, until)
        self._seen.forget_others()
        return found

    def _complete(self, schedule: Schedule, now: float) -> None:
        ahead = self._seen.ahead((schedule.key, schedule.expression, schedule.record.get("StartDate"), schedule.record.get("EndDate")))
        end = moment(schedule.record.get("EndDate"), ahead)
        if end is not None and end < now and schedule.record.get("ActionAfterCompletion") == "DELETE":
            self._scheduler._schedules._data.pop(schedule.key, None)

    def fire(self, schedule: Schedule, at: float) -> bool:
        """Whether it had a target; one that is gone by now has not."""
        if schedule.run:
            with in_scope(*schedule.key[:2]):
                return schedule.run()
        store = self._events._rules if schedule.rule else self._scheduler._schedules
        if store._data.get(schedule.key) is not schedule.record or schedule.record.get("State") != "ENABLED":
            return False
        account, region, _ = schedule.key
        targets = (
            self._events._targets._data.get(schedule.key, [])
            if schedule.rule
            else [with_context(schedule.record.get("Target") or {}, schedule.record.get("Arn", ""), at)]
        )
        event = {
            "EventId": str(uuid.uuid4()),
            "Source": "aws.events" if schedule.rule else "aws.scheduler",
            "DetailType": "Scheduled Event",
            "Detail": "{}",
            "Time": at,
            "Resources": [schedule.record.get("Arn", "")],
            "Account": account,
            "Region": region,
            **({"EventBusName": schedule.record.get("EventBusName", "default")} if schedule.rule else {}),
        }
        with in_scope(account, region):
            for target in targets:
                self._events._invoke_target(target, event, schedule.record)
        if schedule.once and schedule.record.get("ActionAfterCompletion") == "DELETE":
            store._data.pop(schedule.key, None)
        return bool(targets)


def moment(date, ahead: float) -> float | None:
    if date is None:
        return None
    number = date if isinstance(date, (int, float)) else datetime.fromisoformat(str(date).replace("Z", "+00:00")).timestamp()
    return float(number) + ahead


def with_context(target: dict, arn: str, at: float) -> dict:
    """A target with Scheduler's context attributes filled in, which only its input can have."""
    if not isinstance(target.get("Input"), str):
        return target
    values = {
        "schedule-arn": arn,
        "scheduled-time": datetime.fromtimestamp(at, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "execution-id": uuid.uuid4().hex[:16],
        "attempt-number": "1",
    }
    text = target["Input"]
    for name, value in values.items():
        text = text.replace(f"<aws.scheduler.{name}>", value)
    return {**target, "Input": text}
