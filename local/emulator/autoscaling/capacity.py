"""The capacity of a table or an index, by its resource id and dimension: `table/NAME`, `table/NAME/index/INDEX`."""

import re
import time

RESOURCE = re.compile(r"table/(?P<table>[^/]+)(?:/index/(?P<index>[^/]+))?")
DIMENSION = re.compile(r"dynamodb:(?P<kind>table|index):(?P<way>Read|Write)CapacityUnits")
PERIOD = 60


class Capacity:
    """In the account and Region of the request, or of the sweep."""

    def __init__(self, resource: str, dimension: str):
        named, way = RESOURCE.fullmatch(resource), DIMENSION.fullmatch(dimension)
        if not named or not way or (way["kind"] == "index") != bool(named["index"]):
            raise ValueError(f"{resource} has no {dimension}")
        self.table, self.index, self.way = named["table"], named["index"], way["way"]

    def _throughput(self) -> dict | None:
        """None where there is no such table, and on demand."""
        from ministack.services import dynamodb

        table = dynamodb._tables.get(self.table)
        if table is None or (table.get("BillingModeSummary") or {}).get("BillingMode") == "PAY_PER_REQUEST":
            return None
        if self.index is None:
            return table["ProvisionedThroughput"]
        indexes = table.get("GlobalSecondaryIndexes") or []
        return next((each["ProvisionedThroughput"] for each in indexes if each["IndexName"] == self.index), None)

    def units(self) -> int | None:
        throughput = self._throughput()
        return throughput and int(throughput[f"{self.way}CapacityUnits"])

    def set(self, units: int) -> None:
        from ministack.services import dynamodb

        before = self._throughput() or {}
        throughput = {name: before[name] for name in ("ReadCapacityUnits", "WriteCapacityUnits")}
        throughput[f"{self.way}CapacityUnits"] = units
        if self.index is None:
            dynamodb._update_table({"TableName": self.table, "ProvisionedThroughput": throughput})
        else:
            update = {"Update": {"IndexName": self.index, "ProvisionedThroughput": throughput}}
            dynamodb._update_table({"TableName": self.table, "GlobalSecondaryIndexUpdates": [update]})

    def used(self, minutes: int) -> list[float]:
        """Units a second in each of the last minutes, the latest first; a minute without a point used nothing."""
        from ministack.services import cloudwatch

        dimensions = {"TableName": self.table, **({"GlobalSecondaryIndexName": self.index} if self.index else {})}
        key = ("AWS/DynamoDB", f"Consumed{self.way}CapacityUnits", cloudwatch._dims_key(dimensions))
        now, sums = time.time(), [0.0] * minutes
        for point in cloudwatch._metrics.get(key) or []:
            minute = int((now - point["Timestamp"]) // PERIOD)
            if 0 <= minute < minutes:
                sums[minute] += point["Value"]
        return [each / PERIOD for each in sums]
