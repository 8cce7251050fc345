"""S3's lifecycle rules on our clock: objects, versions and unfinished uploads expire, objects change their storage class.

MiniStack keeps the rules and does nothing. Events are those of S3 for lifecycle rules, not those of a deletion.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
"""

import contextvars
from datetime import datetime

from .first_seen import FirstSeen
from .scope import in_scope

DAY = 86_400
# Smaller objects are not moved to another class, unless a rule names a size.
SMALLEST_TO_MOVE = 128 * 1024
CLASSES = ("STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE")

expiring = contextvars.ContextVar("expiring", default=False)


def parse(text: str) -> float:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def after_days(since: float, days: int) -> float:
    """S3 adds the days, and waits for the next midnight UTC."""
    return -(-(since + days * DAY) // DAY) * DAY


def applies(rule: dict, key: str, size: int, tags: dict) -> bool:
    given = rule.get("Filter") or {}
    condition = given.get("And") or given
    wanted = condition.get("Tags") or ([condition["Tag"]] if condition.get("Tag") else [])
    return (
        key.startswith(condition.get("Prefix") or "")
        and size > condition.get("ObjectSizeGreaterThan", -1)
        and size < condition.get("ObjectSizeLessThan", float("inf"))
        and all(tags.get(tag["Key"]) == tag["Value"] for tag in wanted)
    )


def names_size(rule: dict) -> bool:
    condition = (rule.get("Filter") or {}).get("And") or rule.get("Filter") or {}
    return "ObjectSizeGreaterThan" in condition or "ObjectSizeLessThan" in condition


class Lifecycle:
    def __init__(self, clock):
        from ministack.services import s3

        self._clock, self._seen, self._s3 = clock, FirstSeen(clock), s3
        fire = s3._fire_s3_event_async

        def fire_as_lifecycle(bucket, key, event, *args, **kwargs):
            if expiring.get():
                event = event.replace("s3:ObjectRemoved:", "s3:LifecycleExpiration:")
                kwargs["deletion_type"] = kwargs.get("deletion_type") or "Permanently Deleted"
            fire(bucket, key, event, *args, **kwargs)

        s3._fire_s3_event_async = fire_as_lifecycle

    def sweep(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        token = expiring.set(True)
        try:
            for (account, bucket), rules in list(self._s3._bucket_lifecycle._data.items()):
                with in_scope(account):
                    enabled = [rule for rule in rules if rule.get("Status") == "Enabled"] if isinstance(rules, list) else []
                    if bucket in self._s3._buckets and (count := self._sweep_bucket(bucket, enabled)):
                        counts[bucket] = counts.get(bucket, 0) + count
        finally:
            expiring.reset(token)
        self._seen.forget_others()
        return counts

    def _due(self, bucket: str, key: str, version: str | None, since: str, days: int) -> bool:
        when = parse(since) + self._seen.ahead((bucket, key, version, since))
        return after_days(when, days) <= self._clock.now()

    def _sweep_bucket(self, bucket: str, rules: list[dict]) -> int:
        count = 0
        for key, record in list(self._s3._buckets[bucket]["objects"].items()):
            count += self._sweep_object(bucket, key, record, rules)
        for owner, key in list(self._s3._object_versions):
            if owner == bucket:
                count += self._sweep_versions(bucket, key, rules)
        for upload, record in list(self._s3._multipart_uploads.items()):
            days = [
                rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"]
                for rule in rules
                if "AbortIncompleteMultipartUpload" in rule and applies(rule, record["key"], 0, {})
            ]
            if record["bucket"] == bucket and days and self._due(bucket, record["key"], upload, record["created"], min(days)):
                self._s3._multipart_uploads.pop(upload, None)
                count += 1
        return count

    def _sweep_object(self, bucket: str, key: str, record: dict, rules: list[dict]) -> int:
        s3, version = self._s3, record.get("version_id")
        tags = s3._object_tags.get((bucket, key, version)) or {}
        mine = [rule for rule in rules if applies(rule, key, record["size"], tags)]
        due = lambda action: (
            self._due(bucket, key, version, record["last_modified"], action["Days"])
            if "Days" in action
            else "Date" in action and parse(action["Date"]) <= self._clock.now()
        )
        if any(due(rule.get("Expiration") or {}) for rule in mine):
            s3._delete_object(bucket, key)
            return 1
        moves = [
            move["StorageClass"]
            for rule in mine
            if record["size"] >= SMALLEST_TO_MOVE or names_size(rule)
            for move in rule.get("Transitions") or []
            if due(move)
        ]
        target = max(moves, key=CLASSES.index, default=None)
        if target is None or CLASSES.index(target) <= CLASSES.index(record.get("storage_class") or "STANDARD"):
            return 0
        record["storage_class"] = target
        for entry in s3._object_versions.get((bucket, key)) or []:
            if entry["version_id"] == version:
                entry["storage_class"] = target
        s3._fire_s3_event_async(bucket, key, "s3:LifecycleTransition", record["size"], record["etag"], version_id=version)
        return 1

    def _sweep_versions(self, bucket: str, key: str, rules: list[dict]) -> int:
        """Versions that another one has replaced, and delete markers with nothing behind them."""
        s3, count = self._s3, 0
        versions = list(s3._object_versions.get((bucket, key)) or [])
        # A version is not current since the next one came.
        replaced = list(zip(versions, versions[1:]))
        for rule in rules:
            expiration = rule.get("NoncurrentVersionExpiration")
            if not expiration:
                continue
            kept = expiration.get("NewerNoncurrentVersions", 0)
            for version, next_one in replaced[: len(replaced) - kept]:
                identity = version["version_id"]
                tags = s3._object_tags.get((bucket, key, identity)) or {}
                if (
                    applies(rule, key, version["size"], tags)
                    and self._due(bucket, key, next_one["version_id"], next_one["last_modified"], expiration["NoncurrentDays"])
                    and s3._check_object_lock(bucket, key, {}, identity) is None
                    and s3._delete_object_version(s3._buckets[bucket], bucket, key, identity)[0]
                ):
                    s3._fire_s3_event_async(bucket, key, "s3:ObjectRemoved:Delete", version_id=identity)
                    count += 1
        left = s3._object_versions.get((bucket, key)) or []
        if len(left) == 1 and left[0].get("is_delete_marker"):
            clears = any(
                (rule.get("Expiration") or {}).get("ExpiredObjectDeleteMarker") and applies(rule, key, 0, {}) for rule in rules
            )
            count += clears and s3._delete_object_version(s3._buckets[bucket], bucket, key, left[0]["version_id"])[0]
        return count
