"""https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html"""

import json
import time
import zlib

from .record import record

NAMESPACE = "AWS/DynamoDB"
READS = {"GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems"}
WRITES = {"PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"}
THROTTLES = ("ProvisionedThroughputExceededException", "ThrottlingException")


def install(dynamodb) -> None:
    handle = dynamodb.handle_request

    async def handle_measured(method, path, headers, body, query):
        action = (headers.get("x-amz-target") or "").rpartition(".")[2]
        data = parsed(body) if action in READS or action in WRITES else None
        if data is None:
            return await handle(method, path, headers, body, query)
        asked = "ReturnConsumedCapacity" in data
        begin = time.monotonic()
        sent = body if asked else json.dumps({**data, "ReturnConsumedCapacity": "TOTAL"}).encode()
        status, answered, content = await handle(method, path, headers, sent, query)
        answer = parsed(content) or {}
        milliseconds = (time.monotonic() - begin) * 1000
        if status != 200:
            count_error(action, data, status, answer.get("__type", "").rpartition("#")[2])
            return status, answered, content
        consumed = answer.get("ConsumedCapacity") or []
        for each in consumed if isinstance(consumed, list) else [consumed]:
            count_consumed(action, each, milliseconds)
        if not asked and answer.pop("ConsumedCapacity", None) is not None:
            content = json.dumps(answer).encode()
            answered = {**answered, "x-amz-crc32": str(zlib.crc32(content))}
        return status, answered, content

    dynamodb.handle_request = handle_measured


def parsed(text) -> dict | None:
    try:
        value = json.loads(text or b"{}")
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def count_consumed(action: str, consumed: dict, milliseconds: float) -> None:
    table = {"TableName": consumed["TableName"].rpartition("/")[2]}
    kind = "ConsumedReadCapacityUnits" if action in READS else "ConsumedWriteCapacityUnits"
    record(NAMESPACE, {kind: (consumed.get("CapacityUnits") or 0, "Count")}, table)
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
