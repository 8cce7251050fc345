"""Point-in-time recovery: what each write changed is kept for as long as recovery is on, so that a table can be had as it was.

MiniStack restores a table as it is now, whatever time is asked for, and with recovery off as well.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
"""

import collections
import copy
import time

# Of each table; where more was written, recovery reaches back to the oldest that is kept.
MOST_CHANGES = 100_000
LONGEST_DAYS = 35
DAY = 86_400


class Unrestorable(Exception):
    """A time to which recovery does not reach."""


class Journal:
    """The changes of a table since recovery is on: when, of which key, what was there before and what after."""

    def __init__(self, days: int):
        self.begin, self.days = time.time(), days
        self.changes: collections.deque = collections.deque()

    def note(self, key, old: dict | None, new: dict | None) -> None:
        self.changes.append((time.time(), key, copy.deepcopy(old), copy.deepcopy(new)))
        if len(self.changes) > MOST_CHANGES:
            self.begin = self.changes.popleft()[0]

    def age(self, seconds: float) -> None:
        self.begin -= seconds
        self.changes = collections.deque((when - seconds, *rest) for when, *rest in self.changes)

    def earliest(self) -> float:
        return max(self.begin, time.time() - self.days * DAY)


class Recovery:
    def __init__(self, dynamodb):
        self._dynamodb = dynamodb
        self._journals: dict[str, Journal] = {}  # by the table's ARN and id
        self._update, self._describe = dynamodb._update_continuous_backups, dynamodb._describe_continuous_backups
        self._restore = dynamodb._restore_table_to_point_in_time
        dynamodb._emit_stream_event = self._noting(dynamodb._emit_stream_event)
        dynamodb._update_continuous_backups = self._updating
        dynamodb._describe_continuous_backups = self._describing
        dynamodb._restore_table_to_point_in_time = self._restoring

    def age(self, seconds: float) -> None:
        """As the clock moves ahead, what was written moves back."""
        with self._dynamodb._lock:
            for journal in self._journals.values():
                journal.age(seconds)

    def table(self, name: str) -> dict | None:
        return self._dynamodb._tables.get(self._dynamodb._normalize_table_name(name or ""))

    def journal(self, table: dict) -> Journal | None:
        return self._journals.get(identity(table)) if self._dynamodb._pitr_settings.get(table["TableName"]) else None

    def _noting(self, emit):
        def emit_and_note(table_name, event_name, old, new, *args, **kwargs):
            table = self._dynamodb._tables.get(table_name)
            journal = table and self.journal(table)
            if journal:
                journal.note(self._key(table, new or old), old, new)
            return emit(table_name, event_name, old, new, *args, **kwargs)

        return emit_and_note

    def _key(self, table: dict, item: dict) -> tuple[str, str]:
        value = self._dynamodb._extract_key_val
        sort = table["sk_name"]
        return value(item[table["pk_name"]]), value(item[sort]) if sort else "__no_sort__"

    def _updating(self, data: dict):
        answer = self._update(data)
        specification = data.get("PointInTimeRecoverySpecification") or {}
        if answer[0] == 200:
            table = self.table(data["TableName"])
            if not specification.get("PointInTimeRecoveryEnabled"):
                self._journals.pop(identity(table), None)
            else:
                days = specification.get("RecoveryPeriodInDays") or LONGEST_DAYS
                self._journals.setdefault(identity(table), Journal(days)).days = days
        return self._describing(data) if answer[0] == 200 else answer

    def _describing(self, data: dict):
        answer = self._describe(data)
        table = self.table(data.get("TableName"))
        journal = self.journal(table) if table else None
        if answer[0] != 200 or journal is None:
            return answer
        recovery = {
            "PointInTimeRecoveryStatus": "ENABLED",
            "RecoveryPeriodInDays": journal.days,
            "EarliestRestorableDateTime": journal.earliest(),
            "LatestRestorableDateTime": time.time(),
        }
        told = {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription": recovery}
        return self._dynamodb.json_response({"ContinuousBackupsDescription": told})

    def items_at(self, table: dict, at: float) -> dict:
        """A table's items as they were."""
        journal = self.journal(table)
        if journal is None:
            raise PermissionError(f"Point in time recovery is not enabled for table '{table['TableName']}'")
        if not journal.earliest() <= at <= time.time():
            reach = f"{journal.earliest():.3f} to {time.time():.3f}"
            raise Unrestorable(f"the table {table['TableName']} can be had as it was at {reach}, not at {at:.3f}")
        with self._dynamodb._lock:
            items = collections.defaultdict(dict, copy.deepcopy(dict(table["items"])))
            for when, (partition, sort), old, _new in reversed(journal.changes):
                if when <= at:
                    break
                if old is not None:
                    items[partition][sort] = copy.deepcopy(old)
                else:
                    items[partition].pop(sort, None)
                    if not items[partition]:
                        del items[partition]
        return items

    def _restoring(self, data: dict):
        table = self.table(data.get("SourceTableName") or data.get("SourceTableArn"))
        refuse = self._dynamodb.error_response_json
        if table is None:
            return self._restore(data)
        at = time.time() if data.get("UseLatestRestorableTime") else data.get("RestoreDateTime")
        if at is None:
            return refuse("ValidationException", "One of RestoreDateTime and UseLatestRestorableTime must be given", 400)
        try:
            items = self.items_at(table, float(at))
        except PermissionError as error:
            return refuse("PointInTimeRecoveryUnavailableException", str(error), 400)
        except Unrestorable as error:
            return refuse("InvalidRestoreTimeException", str(error), 400)
        answer = self._restore(data)
        if answer[0] == 200:
            restored = self.table(data["TargetTableName"])
            restored["items"] = items
            self._dynamodb._items_replaced(restored)
        return answer


def identity(table: dict) -> str:
    return f"{table['TableArn']} {table.get('TableId')}"
