"""DynamoDB's TTL on our clock. A deletion is a record of the stream, as on AWS, which MiniStack's own sweep leaves out.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html
"""

import threading

from .first_seen import FirstSeen
from .scope import in_scope

# An item whose time is longer ago is not deleted.
FIVE_YEARS = 5 * 365.25 * 86_400
REAPER = "dynamodb-ttl-reaper"


class TimeToLive:
    def __init__(self, clock):
        from ministack.services import dynamodb

        self._clock, self._seen, self._dynamodb = clock, FirstSeen(clock), dynamodb
        self._remove = dynamodb._remove_item
        dynamodb._remove_item = self._removing

    def _removing(self, table, partition, sort):
        """MiniStack's sweep, which deletes by the machine's time, leaves the deletion to ours; others delete as they did."""
        if threading.current_thread().name != REAPER:
            return self._remove(table, partition, sort)
        return None

    def sweep(self) -> dict[str, int]:
        dynamodb, counts = self._dynamodb, {}
        for (account, region, name), setting in list(dynamodb._ttl_settings.all_items()):
            table = dynamodb._tables.get_scoped(account, region, name)
            if table is None or setting.get("TimeToLiveStatus") != "ENABLED":
                continue
            with in_scope(account, region), dynamodb._lock:
                if count := self._sweep_table(name, table, setting.get("AttributeName", "")):
                    counts[name] = counts.get(name, 0) + count
        self._seen.forget_others()
        return counts

    def _sweep_table(self, name: str, table: dict, attribute: str) -> int:
        count = 0
        for partition, items in list(table["items"].items()):
            for sort, item in list(items.items()):
                # Only a number is a time; the same text in a string never expires.
                value = (item.get(attribute) or {}).get("N")
                if value is None:
                    continue
                due = float(value) + self._seen.ahead((table["TableArn"], partition, sort, value))
                if self._clock.now() - FIVE_YEARS < due <= self._clock.now():
                    self._expire(name, table, partition, sort)
                    count += 1
        return count

    def _expire(self, name: str, table: dict, partition, sort) -> None:
        dynamodb = self._dynamodb
        old = self._remove(table, partition, sort)
        before = dynamodb.stream_end_position(name)
        dynamodb._emit_stream_event(name, "REMOVE", old, None)
        for record in dynamodb.stream_records_since(name, before, 1):
            record["userIdentity"] = {"type": "Service", "principalId": "dynamodb.amazonaws.com"}
