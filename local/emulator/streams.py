"""Lambda's readers of DynamoDB and Kinesis streams: bisection, partial answers, limits of retries and of age, failure destinations.

MiniStack's readers try a batch that failed without end, and let one slow function hold up all others. Here each shard of a mapping has its own turn.
https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
Letters about records that grew too old have the condition `RecordAgeExceeded`, as people report it of Lambda's own.
"""

import dataclasses
import json
import logging
import threading
import time
import uuid
from datetime import datetime, timezone

import destinations
from clock.scope import in_scope
from metrics.record import record
from payloads import SYNCHRONOUS_BYTES
from shards import DynamoDbShard, KinesisShard
from windows import Gathering, Tumbling, keep_tumbling_windows, state_of, wake_in

logger = logging.getLogger("headroom.streams")

# Between attempts; doubled each time, up to the longest.
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0


@dataclasses.dataclass
class Reader:
    """Where a mapping is in a shard, and what it still has to do of a batch that failed."""

    position: int
    # Sizes of what a batch was split into, the next one last.
    parts: list[int] = dataclasses.field(default_factory=list)
    attempts: int = 0
    invocations: int = 0
    not_before: float = 0.0
    busy: bool = False
    window: Tumbling | None = None

    def advance(self, count: int) -> None:
        self.position += count
        self.attempts = self.invocations = 0
        self.not_before = 0.0

    def pause(self, wake) -> None:
        seconds = min(FIRST_PAUSE * 2 ** min(self.invocations, 10), LONGEST_PAUSE)
        self.not_before = time.monotonic() + seconds
        wake_in(seconds, wake)


class Streams:
    def __init__(self, lambdas):
        self._lambdas = lambdas
        self._readers: dict[tuple, Reader] = {}
        self._gathering = Gathering(lambdas.esm_wake)
        lambdas._poll_dynamodb_streams = lambda: self._poll("dynamodb", self._dynamodb_shards)
        lambdas._poll_kinesis = lambda: self._poll("kinesis", self._kinesis_shards)
        keep_tumbling_windows(lambdas)

    def _poll(self, service: str, shards_of) -> bool:
        for account, region, mapping in self._lambdas._iter_all_esms():
            arn = mapping.get("EventSourceArn") or ""
            if not mapping.get("Enabled", True) or not arn.startswith(f"arn:aws:{service}:"):
                continue
            with in_scope(account, region):
                function, config = self._lambdas._get_func_record_for_qualifier(mapping["FunctionName"], mapping.get("Qualifier"))
                for shard in shards_of(arn, config) if function is not None else []:
                    self._turn(mapping, function, shard, (account, region))
        return False  # each turn wakes the loop when it has ended

    def _dynamodb_shards(self, arn: str, _config: dict):
        from ministack.services import dynamodb

        table = arn.split("/stream/")[0].split("/")[-1]
        if (dynamodb._tables.get(table) or {}).get("LatestStreamArn") == arn:
            yield DynamoDbShard(arn, table)

    def _kinesis_shards(self, arn: str, config: dict):
        from ministack.services import kinesis

        _, _, _, region, owner, resource = arn.split(":", 5)
        name = resource.split("/")[1]
        stream = kinesis._streams.get_scoped(owner, region, name)
        if stream and stream["StreamStatus"] == "ACTIVE":
            for shard_id, shard in list(stream["shards"].items()):
                yield KinesisShard(arn, shard_id, shard, config.get("Role", ""))

    def _turn(self, mapping: dict, function: dict, shard, scope: tuple[str, str]) -> None:
        key = (mapping["UUID"], shard.id)
        if key not in self._readers:
            self._readers[key] = Reader(self._first_position(mapping, shard))
        reader = self._readers[key]
        if reader.busy or reader.not_before > time.monotonic():
            return
        reader.position = max(reader.position, shard.horizon())
        size = reader.parts[-1] if reader.parts else mapping.get("BatchSize") or 100
        records = shard.read(reader.position, size)
        if not records:
            reader.parts.clear()
            if reader.window is None or not reader.window.is_due():
                return
        elif not reader.parts and not reader.attempts and self._gathering.waits(key, mapping, len(records) >= size):
            return
        reader.busy = True

        def work():
            try:
                with in_scope(*scope):
                    self._process(mapping, function, shard, reader, records)
            except Exception:
                logger.exception("reading %s for %s failed", shard.arn, mapping["FunctionName"])
                reader.pause(self._lambdas.esm_wake)
            finally:
                reader.busy = False
                self._lambdas.esm_wake.set()

        threading.Thread(target=work, daemon=True, name="headroom-stream").start()

    def _first_position(self, mapping: dict, shard) -> int:
        """Where MiniStack put the mapping when it was made, or where it is to begin."""
        made = self._lambdas._dynamodb_stream_positions.get(mapping["UUID"])
        return made if isinstance(made, int) else shard.begin(mapping.get("StartingPosition") == "LATEST")

    def _process(self, mapping: dict, function: dict, shard, reader: Reader, records: list[dict]) -> None:
        records = self._of_window(mapping, shard, reader, records)
        if not records:
            self._end_window(function, shard, reader)
            return
        oldest = self._too_old(mapping, shard, records)
        if oldest:
            self._discard(mapping, function, shard, reader, records[:oldest], "RecordAgeExceeded", None)
            return
        wanted = self._lambdas._apply_filter_criteria(records, mapping)
        while len(wanted) > 1 and len(json.dumps({"Records": wanted})) > SYNCHRONOUS_BYTES:
            records = records[: len(records) // 2]
            wanted = self._lambdas._apply_filter_criteria(records, mapping)
        if not wanted:
            self._done(reader, len(records))
            return
        shard.measure(records, time.monotonic())
        event = reader.window.event(shard, wanted) if reader.window else {"Records": wanted}
        result = self._lambdas._execute_function(function, event)
        reader.invocations += 1
        age = (time.time() - shard.arrival(records[-1])) * 1000
        record("AWS/Lambda", {"IteratorAge": (age, "Milliseconds")}, {"FunctionName": mapping["FunctionName"]})
        if result.get("throttle"):  # the function was not called: no attempt
            reader.pause(self._lambdas.esm_wake)
            return
        state = state_of(result) if reader.window else None
        if reader.window and state is None:
            result = {**result, "error": True}
        failed = self._first_failure(mapping, shard, records, result)
        if state is not None and failed != 0:
            reader.window.state = state
        if failed is None:
            mapping["LastProcessingResult"] = f"OK - {len(wanted)} records"
            self._done(reader, len(records))
            return
        mapping["LastProcessingResult"] = "PROBLEM: Function call failed"
        self._retry(mapping, function, shard, reader, records, failed, result)

    def _of_window(self, mapping: dict, shard, reader: Reader, records: list[dict]) -> list[dict]:
        """Those that belong to the shard's tumbling window; none once that is to end. All of them where a mapping has no such windows."""
        seconds = int(mapping.get("TumblingWindowInSeconds") or 0)
        if not seconds:
            reader.window = None
            return records
        if reader.window is None:
            reader.window = Tumbling.at(shard.arrival(records[0]), seconds)
            wake_in(max(0.0, reader.window.end - time.time()), self._lambdas.esm_wake)
        end = reader.window.end
        later = (index for index, record in enumerate(records) if shard.arrival(record) >= end)
        return [] if reader.window.is_too_large() else records[: next(later, len(records))]

    def _end_window(self, function: dict, shard, reader: Reader) -> None:
        """The call for the result, which is repeated until it succeeds; after a state that was too large the window goes on with a new one."""
        window = reader.window
        early = window.is_too_large()
        result = self._lambdas._execute_function(function, window.event(shard, [], final=not early))
        reader.invocations += 1
        if result.get("throttle") or result.get("error") or state_of(result) is None:
            reader.pause(self._lambdas.esm_wake)
            return
        reader.advance(0)
        if early:
            logger.warning("a window of %s ended early: its state was larger than 1 MB", shard.arn)
            window.state = {}
        else:
            reader.window = None

    def _retry(self, mapping, function, shard, reader: Reader, records: list[dict], failed: int, result: dict) -> None:
        """From the first record that failed on, or all of them where the function did: only that halves a batch, a partial answer splits it there."""
        if failed > 0:
            reader.advance(failed)
            if reader.parts:
                reader.parts[-1] -= failed
            else:
                reader.parts.append(len(records) - failed)
            records = records[failed:]
        elif result.get("error") and mapping.get("BisectBatchOnFunctionError") and len(records) > 1:
            # A split is no attempt.
            half = len(records) // 2
            if reader.parts:
                reader.parts.pop()
            reader.parts += [len(records) - half, half]
            reader.attempts = reader.invocations = 0
            return
        reader.attempts += 1
        retries = mapping.get("MaximumRetryAttempts")
        if retries is not None and 0 <= int(retries) < reader.attempts:
            self._discard(mapping, function, shard, reader, records, "RetryAttemptsExhausted", result)
            return
        reader.pause(self._lambdas.esm_wake)

    @staticmethod
    def _done(reader: Reader, count: int) -> None:
        reader.advance(count)
        if reader.parts:
            left = reader.parts.pop() - count
            if left > 0:
                reader.parts.append(left)

    @staticmethod
    def _too_old(mapping: dict, shard, records: list[dict]) -> int:
        """How many of the first records are older than the mapping gives to its function."""
        limit = int(mapping.get("MaximumRecordAgeInSeconds") or -1)
        if limit < 0:
            return 0
        young = (index for index, record in enumerate(records) if time.time() - shard.arrival(record) <= limit)
        return next(young, len(records))

    def _first_failure(self, mapping: dict, shard, records: list[dict], result: dict) -> int | None:
        """The place of the first record that failed; None if all are done."""
        if result.get("error"):
            return 0
        if "ReportBatchItemFailures" not in (mapping.get("FunctionResponseTypes") or []):
            return None
        answer = result.get("body")
        try:
            answer = json.loads(answer) if isinstance(answer, str) and answer else answer
            failures = (answer or {}).get("batchItemFailures") or []
            places = {shard.sequence(record): index for index, record in enumerate(records)}
            return min((places[failure["itemIdentifier"]] for failure in failures), default=None)
        except (ValueError, KeyError, TypeError, AttributeError):
            return 0  # an answer that names no record of the batch is one that all of them failed

    def _discard(self, mapping, function, shard, reader: Reader, records: list[dict], condition: str, result) -> None:
        config = function.get("config") or function
        logger.warning(
            "%s gave up %d records of %s, from %s: %s",
            mapping["FunctionName"], len(records), shard.arn, shard.sequence(records[0]), condition,
        )
        destination = ((mapping.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination")
        if destination:
            response = {
                "statusCode": 200,
                "executedVersion": config.get("Version", "$LATEST"),
                **({"functionError": result.get("function_error") or "Unhandled"} if (result or {}).get("error") else {}),
            }
            letter = {
                "requestContext": {
                    "requestId": str(uuid.uuid4()),
                    "functionArn": config.get("FunctionArn", ""),
                    "condition": condition,
                    "approximateInvokeCount": reader.invocations,
                },
                **({"responseContext": response} if result is not None else {}),
                "version": "1.0",
                "timestamp": iso(time.time()),
                shard.info: {
                    "shardId": shard.id,
                    "startSequenceNumber": shard.sequence(records[0]),
                    "endSequenceNumber": shard.sequence(records[-1]),
                    "approximateArrivalOfFirstRecord": iso(shard.arrival(records[0])),
                    "approximateArrivalOfLastRecord": iso(shard.arrival(records[-1])),
                    "batchSize": len(records),
                    "streamArn": shard.arn,
                },
            }
            destinations.send(destination, config.get("Role", ""), json.dumps(letter))
        self._done(reader, len(records))


def iso(epoch: float) -> str:
    return datetime.fromtimestamp(epoch, timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
