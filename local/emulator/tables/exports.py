"""Exports of tables to S3: the data files, the manifests and their checksums. MiniStack says COMPLETED and writes nothing.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html
"""

import base64
import contextvars
import gzip
import hashlib
import json
import logging
import secrets
import string
import threading
import time
import urllib.parse
from datetime import datetime, timezone

import by_role

from . import ion
from .recovery import Unrestorable

logger = logging.getLogger("headroom.exports")

ION = "ION"
INCREMENTAL, BOTH = "INCREMENTAL_EXPORT", "NEW_AND_OLD_IMAGES"
SHORTEST, LONGEST = 15 * 60, 86_400
# Of a manifest, by the kind of its export.
VERSIONS = {"FULL_EXPORT": "2020-06-30", INCREMENTAL: "2023-08-01"}
CODES = {403: "S3AccessDenied", 404: "S3NoSuchBucket"}


class Unwritable(Exception):
    def __init__(self, status: int, said: str):
        super().__init__(said)
        self.code = CODES.get(status, "UNKNOWN")


class Exports:
    def __init__(self, dynamodb, recovery):
        self._dynamodb, self._recovery = dynamodb, recovery
        self._begin = dynamodb._export_table_to_point_in_time
        dynamodb._export_table_to_point_in_time = self._exporting
        dynamodb._describe_export = self._describing

    def _exporting(self, data: dict):
        table = self._recovery.table(data.get("TableArn"))
        refuse = self._dynamodb.error_response_json
        earlier = any(data.get("ClientToken") and each.get("ClientToken") == data["ClientToken"] for each in self._dynamodb._exports.values())
        if table is None or not data.get("S3Bucket") or earlier:
            return self._begin(data)
        try:
            lines = self._lines(table, data)
        except PermissionError as error:
            return refuse("PointInTimeRecoveryUnavailableException", str(error), 400)
        except Unrestorable as error:
            return refuse("InvalidExportTimeException", str(error), 400)
        answer = self._begin(data)
        if answer[0] != 200:
            return answer
        task = self._dynamodb._exports[json.loads(answer[2])["ExportDescription"]["ExportArn"]]
        if data.get("ExportType") == INCREMENTAL:
            task["IncrementalExportSpecification"] = data.get("IncrementalExportSpecification")
        else:
            task.setdefault("ExportTime", task["StartTime"])
        context = contextvars.copy_context()
        threading.Thread(target=context.run, args=(self._write, task, lines), daemon=True, name="headroom-export").start()
        return self._dynamodb.json_response({"ExportDescription": task})

    def _describing(self, data: dict):
        task = self._dynamodb._exports.get(data.get("ExportArn"))
        if task is None:
            return self._dynamodb.error_response_json("ExportNotFoundException", f"Export not found: {data.get('ExportArn')}", 400)
        return self._dynamodb.json_response({"ExportDescription": task})

    def _lines(self, table: dict, data: dict) -> list[dict]:
        """What is exported: the items at a time, or what changed between two."""
        if data.get("ExportType") != INCREMENTAL:
            items = self._recovery.items_at(table, float(data.get("ExportTime") or time.time()))
            return [{"Item": item} for rows in items.values() for item in rows.values()]
        asked = data.get("IncrementalExportSpecification") or {}
        begin, end = float(asked.get("ExportFromTime") or 0), float(asked.get("ExportToTime") or time.time())
        if not SHORTEST <= end - begin <= LONGEST:
            raise Unrestorable(f"an incremental export is of 15 minutes to 24 hours, not of {end - begin:.0f} seconds")
        self._recovery.items_at(table, begin)
        return changed(self._dynamodb, table, self._recovery.journal(table).changes, begin, end, asked.get("ExportViewType") or BOTH)

    def _write(self, task: dict, lines: list[dict]) -> None:
        try:
            if task["ExportFormat"] == ION and task["ExportType"] == INCREMENTAL:
                raise Unwritable(0, "an incremental export in Amazon Ion is not written here: ExportFormat DYNAMODB_JSON is")
            self._write_files(task, lines)
            task.update(ItemCount=len(lines), BilledSizeBytes=sum(len(json.dumps(each)) for each in lines), EndTime=time.time())
            task["ExportManifest"] = self._write_manifests(task)
            task["ExportStatus"] = "COMPLETED"
        except Unwritable as error:
            logger.error("the export %s failed: %s", task["ExportArn"], error)
            task.update(ExportStatus="FAILED", EndTime=time.time(), FailureCode=error.code, FailureMessage=str(error))
        except Exception as error:
            logger.exception("the export %s failed", task["ExportArn"])
            task.update(ExportStatus="FAILED", EndTime=time.time(), FailureCode="UNKNOWN", FailureMessage=str(error))

    def _write_files(self, task: dict, lines: list[dict]) -> None:
        self._put(task, f"{folder(task)}/_started", b"")
        # Incremental exports share a folder for their data.
        place = f"{top(task)}/data" if task["ExportType"] == INCREMENTAL else f"{folder(task)}/data"
        name = "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(26))
        in_ion = task["ExportFormat"] == ION
        written = (ion.line(each["Item"]) if in_ion else json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in lines)
        text = "".join(each + "\n" for each in written)
        packed = gzip.compress(text.encode(), mtime=0)
        key = f"{place}/{name}.{'ion' if in_ion else 'json'}.gz"
        etag = self._put(task, key, packed)
        file = {"itemCount": len(lines), "md5Checksum": md5(packed), "etag": etag, "dataFileS3Key": key}
        self._manifest(task, "files", json.dumps(file, separators=(",", ":")) + "\n")

    def _write_manifests(self, task: dict) -> str:
        incremental = task.get("IncrementalExportSpecification") or {}
        times = (
            {
                "exportFromTime": iso(incremental.get("ExportFromTime")),
                "exportToTime": iso(incremental.get("ExportToTime") or task["StartTime"]),
                "outputView": incremental.get("ExportViewType") or BOTH,
            }
            if task["ExportType"] == INCREMENTAL
            else {"exportTime": iso(task["ExportTime"])}
        )
        summary = {
            "version": VERSIONS[task["ExportType"]],
            "exportArn": task["ExportArn"],
            "startTime": iso(task["StartTime"]),
            "endTime": iso(task["EndTime"]),
            "tableArn": task["TableArn"],
            "tableId": task["TableId"],
            **times,
            "s3Bucket": task["S3Bucket"],
            "s3Prefix": task.get("S3Prefix"),
            "s3SseAlgorithm": task.get("S3SseAlgorithm") or "AES256",
            "s3SseKmsKeyId": task.get("S3SseKmsKeyId"),
            "manifestFilesS3Key": f"{folder(task)}/manifest-files.json",
            "billedSizeBytes": task["BilledSizeBytes"],
            "itemCount": task["ItemCount"],
            "outputFormat": task["ExportFormat"],
            "exportType": task["ExportType"],
        }
        return self._manifest(task, "summary", json.dumps(summary, separators=(",", ":")))

    def _manifest(self, task: dict, name: str, text: str) -> str:
        key = f"{folder(task)}/manifest-{name}"
        self._put(task, f"{key}.json", text.encode())
        self._put(task, f"{key}.checksum", md5(text.encode()).encode())
        return f"{key}.json"

    def _put(self, task: dict, key: str, content: bytes) -> str:
        """Writes an object by the right of whoever asked for the export; its ETag."""
        from ministack.core.responses import get_region

        headers = {}
        if algorithm := task.get("S3SseAlgorithm"):
            headers["x-amz-server-side-encryption"] = "aws:kms" if algorithm == "KMS" else algorithm
        if key_id := task.get("S3SseKmsKeyId"):
            headers["x-amz-server-side-encryption-aws-kms-key-id"] = key_id
        address = f"/{task['S3Bucket']}/{urllib.parse.quote(key)}"
        status, answered, said = by_role.send_with(by_role.of_caller(), "s3", get_region(), "PUT", address, {}, headers, content)
        if status >= 300:
            raise Unwritable(status, " ".join(said.decode("utf-8", "replace").split()))
        return next(value for name, value in answered.items() if name.lower() == "etag").strip('"')


def changed(dynamodb, table: dict, changes, begin: float, end: float, view: str) -> list[dict]:
    """What each item was before, and is after; one that came and went in between is none."""
    found: dict = {}
    for when, key, old, new in list(changes):
        if begin <= when < end:
            first = found[key][0] if key in found else old
            found[key] = (first, new, when)
    lines = []
    for first, last, when in found.values():
        if first is None and last is None:
            continue
        line = {
            "Metadata": {"WriteTimestampMicros": {"N": str(int(when * 1_000_000))}},
            "Keys": dynamodb._extract_key_from_item(table, last or first),
        }
        if first is not None and view == BOTH:
            line["OldImage"] = first
        if last is not None:
            line["NewImage"] = last
        lines.append(line)
    return lines


def top(task: dict) -> str:
    prefix = (task.get("S3Prefix") or "").strip("/")
    return f"{prefix}/AWSDynamoDB" if prefix else "AWSDynamoDB"


def folder(task: dict) -> str:
    return f"{top(task)}/{task['ExportArn'].rpartition('/')[2]}"


def md5(content: bytes) -> str:
    return base64.b64encode(hashlib.md5(content).digest()).decode("ascii")


def iso(epoch) -> str:
    return datetime.fromtimestamp(float(epoch), timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
