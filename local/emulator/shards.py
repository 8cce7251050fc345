"""Shards of DynamoDB's and Kinesis' streams as MiniStack keeps them, and their records as Lambda gives them to a function."""

import base64
import time

from metrics import kinesis


class DynamoDbShard:
    info = "DDBStreamBatchInfo"

    def __init__(self, arn: str, table: str):
        from ministack.services import dynamodb

        self.arn, self.id, self._table, self._dynamodb = arn, "shardId-00000000000000000000-00000000", table, dynamodb

    def begin(self, latest: bool) -> int:
        return (self._dynamodb.stream_end_position if latest else self._dynamodb.stream_start_position)(self._table)

    def horizon(self) -> int:
        return self._dynamodb.stream_start_position(self._table)

    def read(self, position: int, limit: int) -> list[dict]:
        return self._dynamodb.stream_records_since(self._table, position, limit)

    @staticmethod
    def sequence(record: dict) -> str:
        return str(record["dynamodb"]["SequenceNumber"])

    def measure(self, records: list[dict], begin: float) -> None:
        """DynamoDB's streams have no metrics of their readers."""

    @staticmethod
    def arrival(record: dict) -> float:
        return float(record["dynamodb"].get("ApproximateCreationDateTime") or time.time())


class KinesisShard:
    info = "KinesisBatchInfo"

    def __init__(self, arn: str, shard_id: str, shard: dict, role: str):
        self.arn, self.id, self._shard, self._role = arn, shard_id, shard, role

    def begin(self, latest: bool) -> int:
        return len(self._shard["records"]) if latest else 0

    def horizon(self) -> int:
        return 0

    def read(self, position: int, limit: int) -> list[dict]:
        from ministack.core.responses import get_region

        return [
            {
                "kinesis": {
                    "kinesisSchemaVersion": "1.0",
                    "partitionKey": record["PartitionKey"],
                    "sequenceNumber": record["SequenceNumber"],
                    "data": encoded(record["Data"]),
                    "approximateArrivalTimestamp": record["ApproximateArrivalTimestamp"],
                },
                "eventSource": "aws:kinesis",
                "eventVersion": "1.0",
                "eventID": f"{self.id}:{record['SequenceNumber']}",
                "eventName": "aws:kinesis:record",
                "invokeIdentityArn": self._role,
                "awsRegion": get_region(),
                "eventSourceARN": self.arn,
            }
            for record in self._shard["records"][position : position + limit]
        ]

    def measure(self, records: list[dict], begin: float) -> None:
        """What Lambda has read for a call."""
        seen = [(kinesis.size(each["kinesis"]["data"]), self.arrival(each)) for each in records]
        kinesis.count_get(kinesis.name_of(self.arn), seen, True, begin)

    @staticmethod
    def sequence(record: dict) -> str:
        return str(record["kinesis"]["sequenceNumber"])

    @staticmethod
    def arrival(record: dict) -> float:
        return float(record["kinesis"]["approximateArrivalTimestamp"])


def encoded(data) -> str:
    """MiniStack keeps bytes, or the base64 of a request."""
    if isinstance(data, bytes):
        return base64.b64encode(data).decode("ascii")
    try:
        base64.b64decode(data, validate=True)
        return data
    except ValueError:
        return base64.b64encode(str(data).encode()).decode("ascii")
