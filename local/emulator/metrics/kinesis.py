"""https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html"""

import base64
import json
import time

from .record import record

NAMESPACE = "AWS/Kinesis"


def install(kinesis) -> None:
    put, put_all, put_inside, get = kinesis._put_record, kinesis._put_records, kinesis.put_record_internal, kinesis._get_records

    def put_measured(data):
        return measured("PutRecord", put, data, [data])

    def put_all_measured(data):
        return measured("PutRecords", put_all, data, data.get("Records") or [])

    def measured(action, perform, data, records):
        begin = time.monotonic()
        answer = perform(data)
        name, stream = kinesis._resolve_stream(data)
        if stream:
            count_put(action, name, [size(each.get("Data")) for each in records], answer[0] == 200, begin)
        return answer

    def put_inside_measured(stream_arn, partition_key, data):
        begin = time.monotonic()
        accepted = put_inside(stream_arn, partition_key, data)
        if accepted:
            count_put("PutRecord", name_of(stream_arn), [len(data)], True, begin)
        return accepted

    def get_measured(data):
        begin = time.monotonic()
        state = kinesis._shard_iterators.get(data.get("ShardIterator"))
        answer = get(data)
        if state:
            records = json.loads(answer[2]).get("Records") or []
            seen = [(size(each["Data"]), float(each["ApproximateArrivalTimestamp"])) for each in records]
            count_get(state["stream"], seen, answer[0] == 200, begin)
        return answer

    kinesis._put_record, kinesis._put_records = put_measured, put_all_measured
    kinesis.put_record_internal, kinesis._get_records = put_inside_measured, get_measured


def name_of(stream_arn: str) -> str:
    return stream_arn.rpartition("/")[2]


def size(data) -> int:
    if isinstance(data, bytes):
        return len(data)
    try:
        return len(base64.b64decode(data or "", validate=True))
    except ValueError:
        return len(data)


def milliseconds_since(begin: float) -> tuple[float, str]:
    return (time.monotonic() - begin) * 1000, "Milliseconds"


def count_put(action: str, stream: str, sizes: list[int], accepted: bool, begin: float) -> None:
    total = sum(sizes)
    values = {f"{action}.Success": (int(accepted), "Count"), f"{action}.Latency": milliseconds_since(begin)}
    if accepted:
        values |= {"IncomingRecords": (len(sizes), "Count"), "IncomingBytes": (total, "Bytes"), f"{action}.Bytes": (total, "Bytes")}
        if action == "PutRecords":
            values |= {f"PutRecords.{which}Records": (len(sizes), "Count") for which in ("Total", "Successful")}
    record(NAMESPACE, values, {"StreamName": stream})


def count_get(stream: str, seen: list[tuple[int, float]], answered: bool, begin: float) -> None:
    """`seen`: the size of each record, and when it arrived. Of a reader that has caught up the age is none."""
    values = {"GetRecords.Success": (int(answered), "Count"), "GetRecords.Latency": milliseconds_since(begin)}
    if answered:
        age = max(0.0, time.time() - seen[-1][1]) * 1000 if seen else 0
        values |= {
            "GetRecords.Records": (len(seen), "Count"),
            "GetRecords.Bytes": (sum(each for each, _ in seen), "Bytes"),
            "GetRecords.IteratorAgeMilliseconds": (age, "Milliseconds"),
        }
    record(NAMESPACE, values, {"StreamName": stream})
