"""What provisioned tables and indexes have left: their capacity each second, and what of it was not used in the last five minutes.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html
"""

BURST_SECONDS = 300
EXCEEDED = (
    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the "
    "UpdateTable API."
)
INDEX_EXCEEDED = (
    "The level of configured provisioned throughput for one or more global secondary indexes of the table was exceeded. Consider "
    "increasing your provisioning level for the under-provisioned global secondary indexes with the UpdateTable API"
)


class Throughput:
    def __init__(self, dynamodb, now):
        self._dynamodb, self._now = dynamodb, now
        # What is left of a table or an index, and when that was.
        self._left: dict[tuple, tuple[float, float]] = {}

    def refusal(self, tables: set[str], way: str, index: str | None) -> str | None:
        """Why a request to these tables is throttled; a write needs the capacity of every index as well."""
        for name in tables:
            table = self._provisioned(name)
            if table is None:
                continue
            units = self._units(table, way)
            # A read of an index takes from the index alone.
            reads_index = index in units if index else False
            if not reads_index and self._remaining(table, None, way, units[None]) <= 0:
                return EXCEEDED
            asked = [index] if reads_index else [each for each in units if each] if way == "Write" else []
            if any(self._remaining(table, each, way, units[each]) <= 0 for each in asked):
                return INDEX_EXCEEDED
        return None

    def take(self, way: str, consumed: dict) -> None:
        table = self._provisioned(consumed["TableName"].rpartition("/")[2])
        if table is None:
            return
        units = self._units(table, way)
        indexes = consumed.get("GlobalSecondaryIndexes") or {}
        taken = {None: (consumed.get("Table") or consumed).get("CapacityUnits") or 0, **{name: each["CapacityUnits"] for name, each in indexes.items()}}
        taken[None] += sum(each["CapacityUnits"] for each in (consumed.get("LocalSecondaryIndexes") or {}).values())
        for index, count in taken.items():
            if count and index in units:
                left = self._remaining(table, index, way, units[index]) - count
                self._left[(table["TableArn"], index, way)] = (left, self._now())

    def _provisioned(self, name: str) -> dict | None:
        table = self._dynamodb._tables.get(name)
        mode = ((table or {}).get("BillingModeSummary") or {}).get("BillingMode")
        return table if table and mode != "PAY_PER_REQUEST" else None

    @staticmethod
    def _units(table: dict, way: str) -> dict[str | None, int]:
        """The capacity of the table, and of each global index by its name."""
        of = lambda each: int((each.get("ProvisionedThroughput") or {}).get(f"{way}CapacityUnits") or 0)
        return {None: of(table), **{each["IndexName"]: of(each) for each in table.get("GlobalSecondaryIndexes") or []}}

    def _remaining(self, table: dict, index: str | None, way: str, units: int) -> float:
        now = self._now()
        left, at = self._left.get((table["TableArn"], index, way), (BURST_SECONDS * units, now))
        return min(BURST_SECONDS * units, left + (now - at) * units)
