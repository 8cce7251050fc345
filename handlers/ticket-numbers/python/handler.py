"""Ticket numbers that are unique among all environments, also those that Lambda restores from one snapshot.

https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-python.html
"""

import os

import boto3
from snapshot_restore_py import register_after_restore, register_before_snapshot

from blocks import Numbers

TABLE = os.environ["COUNTER_TABLE"]
BLOCK_SIZE = int(os.environ["BLOCK_SIZE"])
dynamodb = boto3.client("dynamodb")


def draw() -> int:
    """Counts in the table, at once for everybody; the first block is number 0."""
    answer = dynamodb.update_item(
        TableName=TABLE,
        Key={"id": {"S": "tickets"}},
        UpdateExpression="ADD #drawn :one",
        ExpressionAttributeNames={"#drawn": "drawn"},
        ExpressionAttributeValues={":one": {"N": "1"}},
        ReturnValues="UPDATED_NEW",
    )
    return int(answer["Attributes"]["drawn"]["N"]) - 1


numbers = Numbers(draw, BLOCK_SIZE)
numbers.refill()  # slow work belongs here: a snapshot holds what it made


@register_before_snapshot
def before_snapshot() -> None:
    """Ends the connections: in a restored environment nobody would be at their other end."""
    dynamodb.close()


@register_after_restore
def after_restore() -> None:
    """Every environment restored has the same block, and must not use it. The client connects anew by itself."""
    numbers.forget()


def handler(_event: dict, _context: object) -> dict:
    return {"number": numbers.next()}
