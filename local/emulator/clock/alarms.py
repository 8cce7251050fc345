"""CloudWatch's alarms by time: over the last periods, of the metric with exactly the alarm's dimensions, with what is said of missing data.

MiniStack judges an alarm only when a metric is put, by all points of that name whatever their dimensions are.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
"""

import json
import operator
import time

from .scope import in_scope

COMPARISONS = {
    "GreaterThanOrEqualToThreshold": operator.ge,
    "GreaterThanThreshold": operator.gt,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}


class Alarms:
    def __init__(self, clock):
        from ministack.services import cloudwatch

        self._clock, self._cloudwatch = clock, cloudwatch
        cloudwatch._evaluate_alarm = self._evaluate

    def age(self, seconds: float) -> None:
        """Points have the machine's time, by which people ask for them: as the clock moves ahead, they move back."""
        for points in list(self._cloudwatch._metrics._data.values()):
            for point in points:
                point["Timestamp"] -= seconds

    def ends(self, begin: float) -> list[float]:
        """When what is measured until `begin` has left the periods of each alarm."""
        alarms = list(self._cloudwatch._alarms._data.values())
        return sorted({begin + each["Period"] * each["EvaluationPeriods"] for each in alarms})

    def sweep(self) -> list[dict]:
        changes = []
        for (account, region, name), alarm in list(self._cloudwatch._alarms._data.items()):
            before = alarm["StateValue"]
            with in_scope(account, region):
                self._evaluate(alarm)
            if alarm["StateValue"] != before:
                changes.append({"alarm": name, "from": before, "to": alarm["StateValue"], "at": round(self._clock.now())})
        return changes

    def _values(self, alarm: dict) -> list[float | None]:
        """Its statistic in each period, the latest first."""
        cloudwatch, period, now = self._cloudwatch, alarm["Period"], time.time()
        dimensions = {each["Name"]: each["Value"] for each in alarm.get("Dimensions") or []}
        key = (alarm["Namespace"], alarm["MetricName"], cloudwatch._dims_key(dimensions))
        points = cloudwatch._metrics.get(key) or []
        statistic = alarm.get("ExtendedStatistic") or alarm.get("Statistic") or "Average"
        values: list[float | None] = []
        for index in range(alarm["EvaluationPeriods"]):
            until = now - index * period
            inside = [each for each in points if until - period < each["Timestamp"] <= until]
            values.append(cloudwatch._stat_value(cloudwatch._calc_stats(inside), statistic, inside) if inside else None)
        return values

    def _evaluate(self, alarm: dict) -> None:
        compare = COMPARISONS.get(alarm.get("ComparisonOperator") or "")
        if not alarm.get("Namespace") or not alarm.get("MetricName") or compare is None:
            return  # an expression or a band, which MiniStack does not keep
        values = self._values(alarm)
        missing = alarm.get("TreatMissingData") or "missing"
        needed = alarm.get("DatapointsToAlarm") or alarm["EvaluationPeriods"]
        known = [value for value in values if value is not None]
        breaching = sum(compare(value, alarm["Threshold"]) for value in known)
        all_breach = breaching == len(known) < len(values)
        if missing == "ignore" and all_breach and breaching < needed:
            return
        if not known and missing == "missing":
            state = "INSUFFICIENT_DATA"
        elif breaching + (len(values) - len(known) if missing == "breaching" else 0) >= needed:
            state = "ALARM"
        else:
            state = "ALARM" if missing == "missing" and all_breach else "OK"
        self._change(alarm, state, values)

    def _change(self, alarm: dict, state: str, values: list[float | None]) -> None:
        before = alarm["StateValue"]
        if state == before:
            return
        shown = json.dumps(values)
        reason = f"Threshold Crossed: {shown} {alarm['ComparisonOperator']} {alarm['Threshold']}"
        if state == "INSUFFICIENT_DATA":
            reason = f"Insufficient Data: {len(values)} datapoints were unknown."
        alarm.update(StateValue=state, StateReason=reason, StateUpdatedTimestamp=int(time.time()))
        self._cloudwatch._record_history(alarm["AlarmName"], before, state, reason)
        self._cloudwatch._dispatch_alarm_actions(alarm, before, state, reason)
        self._cloudwatch._evaluate_parent_alarms(alarm)
