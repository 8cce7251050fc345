"""https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html"""

import json
import time
import zlib

from .record import record

NAMESPACE = "AWS/DynamoDB"
READS = {"GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems"}
WRITES = {"PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"}
PARTS = ("Table", "GlobalSecondaryIndexes", "LocalSecondaryIndexes", "VectorIndexes")
THROTTLES = ("ProvisionedThroughputExceededException", "ThrottlingException")


def install(dynamodb, throughput) -> None:
    handle = dynamodb.handle_request

    async def handle_measured(method, path, headers, body, query):
        action = (headers.get("x-amz-target") or "").rpartition(".")[2]
        data = parsed(body) if action in READS or action in WRITES else None
        if data is None:
            return await handle(method, path, headers, body, query)
        way, asked = "Read" if action in READS else "Write", data.get("ReturnConsumedCapacity", "NONE")
        if refusal := throughput.refusal(tables_of(data), way, data.get("IndexName")):
            count_error(action, data, 400, THROTTLES[0])
            return dynamodb.error_response_json(THROTTLES[0], refusal, 400)
        begin = time.monotonic()
        sent = json.dumps({**data, "ReturnConsumedCapacity": "INDEXES"}).encode() if asked in ("NONE", "TOTAL") else body
        status, answered, content = await handle(method, path, headers, sent, query)
        answer = parsed(content) or {}
        milliseconds = (time.monotonic() - begin) * 1000
        if status != 200:
            count_error(action, data, status, answer.get("__type", "").rpartition("#")[2])
            return status, answered, content
        consumed = answer.get("ConsumedCapacity") or []
        for each in consumed if isinstance(consumed, list) else [consumed]:
            count_consumed(action, way, each, milliseconds)
            throughput.take(way, each)
        if sent is not body and "ConsumedCapacity" in answer:
            answer.update(as_asked(asked, answer.pop("ConsumedCapacity")))
            content = json.dumps(answer).encode()
            answered = {**answered, "x-amz-crc32": str(zlib.crc32(content))}
        return status, answered, content

    dynamodb.handle_request = handle_measured


def as_asked(asked: str, consumed) -> dict:
    """Without the parts, or without all, that only we asked for."""
    if asked == "NONE":
        return {}
    total = lambda each: {name: value for name, value in each.items() if name not in PARTS}
    return {"ConsumedCapacity": [total(each) for each in consumed] if isinstance(consumed, list) else total(consumed)}


def parsed(text) -> dict | None:
    try:
        value = json.loads(text or b"{}")
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def count_consumed(action: str, way: str, consumed: dict, milliseconds: float) -> None:
    """Of the table with its local indexes, and of each global index by itself."""
    table = {"TableName": consumed["TableName"].rpartition("/")[2]}
    name, globally = f"Consumed{way}CapacityUnits", consumed.get("GlobalSecondaryIndexes") or {}
    units = (consumed.get("CapacityUnits") or 0) - sum(each["CapacityUnits"] for each in globally.values())
    record(NAMESPACE, {name: (units, "Count")}, table)
    for index, each in globally.items():
        record(NAMESPACE, {name: (each["CapacityUnits"], "Count")}, {**table, "GlobalSecondaryIndexName": index})
    record(NAMESPACE, {"SuccessfulRequestLatency": (milliseconds, "Milliseconds")}, {**table, "Operation": action})


def tables_of(data: dict) -> set[str]:
    """The tables that a request names."""
    transacted = (part for item in data.get("TransactItems") or [] for part in item.values())
    named = [data.get("TableName"), *(data.get("RequestItems") or {}), *(part.get("TableName") for part in transacted)]
    return {each.rpartition("/")[2] for each in named if isinstance(each, str)}


def count_error(action: str, data: dict, status: int, error: str) -> None:
    for name in tables_of(data):
        table = {"TableName": name}
        if status >= 500:
            record(NAMESPACE, {"SystemErrors": (1, "Count")}, {**table, "Operation": action})
        elif error in THROTTLES:
            record(NAMESPACE, {"ThrottledRequests": (1, "Count")}, {**table, "Operation": action})
            record(NAMESPACE, {f"{'Read' if action in READS else 'Write'}ThrottleEvents": (1, "Count")}, table)
        elif error == "ConditionalCheckFailedException":
            record(NAMESPACE, {"ConditionalCheckFailedRequests": (1, "Count")}, table)
    if 400 <= status < 500 and error not in (*THROTTLES, "ConditionalCheckFailedException"):
        record(NAMESPACE, {"UserErrors": (1, "Count")}, {})
