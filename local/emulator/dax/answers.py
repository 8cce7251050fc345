"""DynamoDB's answers, as DAX's clients read them."""

import uuid

from .cbor import ARRAY, MAP, encode, head, plain
from .expressions import at_path
from .keys import encode_key
from .requests import AttributeLists, Request

SUCCESS = encode([])
ITEM, CONSUMED, ATTRIBUTES, ITEMS, COUNT, LAST_KEY, SCANNED = 0, 1, 2, 7, 8, 9, 10
CAPACITY_UNITS, TABLE_NAME = 1, 4

# Clients tell errors by numbers; those that have none by their names.
OF_DYNAMODB = [4, 37, 38, 39]
NUMBERS = {
    "ProvisionedThroughputExceededException": 40,
    "ResourceNotFoundException": 41,
    "ConditionalCheckFailedException": 43,
    "ResourceInUseException": 45,
    "ValidationException": 46,
    "ItemCollectionSizeLimitExceededException": 48,
    "LimitExceededException": 49,
    "ThrottlingException": 50,
    "TransactionConflictException": 57,
    "TransactionCanceledException": 58,
    "TransactionInProgressException": 59,
    "IdempotentParameterMismatchException": 60,
    "RequestLimitExceeded": 61,
}
UNKNOWN_TABLE, NO_CREDENTIALS, NOT_AUTHORIZED, FAULT = [4, 23, 24], [4, 23, 31, 33], [4, 23, 31, 34], [1, 37, 38, 39, 47]


class Refused(Exception):
    """What a client gets as an exception."""

    def __init__(self, name: str, message: str, numbers: list[int] | None = None, reasons: list[dict] | None = None):
        super().__init__(message)
        self.name, self.message, self.reasons = name, message, reasons
        self.numbers = numbers or [*OF_DYNAMODB, *([NUMBERS[name]] if name in NUMBERS else [])]


class Answers:
    def __init__(self, lists: AttributeLists, schema):
        self._lists, self._schema = lists, schema

    def write(self, request: Request, answer: dict) -> bytes:
        return SUCCESS + getattr(self, f"_{request.action}", self._one)(request, answer)

    def refuse(self, refused: Refused) -> bytes:
        details = [str(uuid.uuid4()), refused.name, 500 if refused.numbers == FAULT else 400]
        reasons = [part for each in refused.reasons or [] for part in self._reason(each)]
        return b"".join(map(encode, (refused.numbers, refused.message, [*details, reasons] if reasons else details)))

    def _reason(self, reason: dict) -> list:
        item = reason.get("Item")
        return [reason.get("Code"), reason.get("Message"), self._values(item, []) if item else None]

    def _one(self, request: Request, answer: dict) -> bytes:
        table = request.data["TableName"]
        fields: dict[int, bytes] = {}
        if answer.get("Item") is not None:
            fields[ITEM] = self._item(answer["Item"], table, request.paths)
        if "Attributes" in answer:
            updated = request.data.get("ReturnValues", "").startswith("UPDATED")
            fields[ATTRIBUTES] = encode(self._updated(answer["Attributes"]) if updated else self._values(answer["Attributes"], self._schema(table)))
        if "Items" in answer:
            written = (self._item(item, table, request.paths, keyed=True) for item in answer["Items"])
            fields[ITEMS] = head(ARRAY, len(answer["Items"])) + b"".join(written)
        for number, name in ((COUNT, "Count"), (SCANNED, "ScannedCount")):
            if name in answer:
                fields[number] = encode(answer[name])
        if answer.get("LastEvaluatedKey"):
            fields[LAST_KEY] = encode(self._last(request, answer["LastEvaluatedKey"]))
        if answer.get("ConsumedCapacity"):
            fields[CONSUMED] = encode(consumed(answer["ConsumedCapacity"]))
        return head(MAP, len(fields)) + b"".join(encode(number) + field for number, field in fields.items())

    def _last(self, request: Request, key: dict) -> bytes:
        if "IndexName" in request.data:
            return encode({name: plain(value) for name, value in key.items()})
        return encode_key(key, self._schema(request.data["TableName"]))

    def _item(self, item: dict, table: str, paths, keyed: bool = False) -> bytes:
        if paths:
            found = {number: at_path(item, path) for number, path in enumerate(paths)}
            return encode({number: plain(value) for number, value in found.items() if value is not None})
        values = self._values(item, self._schema(table))
        return encode([encode_key(item, self._schema(table)), values] if keyed else values)

    def _values(self, item: dict, schema) -> bytes:
        """The attributes besides the key."""
        key = {name for name, _ in schema}
        names = sorted(name for name in item if name not in key)
        return encode(self._lists.number(names)) + b"".join(encode(plain(item[name])) for name in names)

    def _updated(self, attributes: dict) -> bytes:
        names = sorted(attributes)
        values = {number: plain(attributes[name]) for number, name in enumerate(names)}
        return encode(self._lists.number(names)) + encode(values)

    def _BatchGetItem(self, request: Request, answer: dict) -> bytes:
        responses = head(MAP, len(answer["Responses"]))
        for table, items in answer["Responses"].items():
            paths = request.paths[table]
            written = [self._item(item, table, paths) for item in items]
            if not paths:
                keys = (encode(encode_key(item, self._schema(table))) for item in items)
                written = [part for pair in zip(keys, written) for part in pair]
            responses += encode(table) + head(ARRAY, len(written)) + b"".join(written)
        left = {
            table: [encode_key(key, self._schema(table)) for key in part["Keys"]]
            for table, part in (answer.get("UnprocessedKeys") or {}).items()
        }
        # Three values after the header of an array of two: so it is on the wire.
        return head(ARRAY, 2) + responses + encode(left) + encode(all_consumed(answer))

    def _BatchWriteItem(self, _request: Request, answer: dict) -> bytes:
        left = {
            table: [part for write in writes for part in self._unprocessed(table, write)]
            for table, writes in (answer.get("UnprocessedItems") or {}).items()
        }
        return encode(left) + encode(all_consumed(answer)) + encode({})

    def _unprocessed(self, table: str, write: dict) -> list:
        schema = self._schema(table)
        if item := (write.get("PutRequest") or {}).get("Item"):
            return [encode_key(item, schema), self._values(item, schema)]
        return [encode_key(write["DeleteRequest"]["Key"], schema), None]

    def _TransactGetItems(self, request: Request, answer: dict) -> bytes:
        parts = zip(request.data["TransactItems"], answer["Responses"], request.paths)
        items = [self._item(each["Item"], part["Get"]["TableName"], paths) if each.get("Item") else encode(None) for part, each, paths in parts]
        return head(ARRAY, 2) + head(ARRAY, len(items)) + b"".join(items) + encode(extended(answer))

    def _TransactWriteItems(self, _request: Request, answer: dict) -> bytes:
        return encode([None, extended(answer), None])


def consumed(capacity: dict) -> bytes:
    units = float(capacity.get("CapacityUnits") or 0)
    parts = [capacity["TableName"], units, float(capacity["Table"]["CapacityUnits"]) if "Table" in capacity else None]
    for kind in ("GlobalSecondaryIndexes", "LocalSecondaryIndexes"):
        indexes = capacity.get(kind)
        parts.append({name: float(each["CapacityUnits"]) for name, each in indexes.items()} if indexes else None)
    return b"".join(map(encode, parts))


def all_consumed(answer: dict) -> list[bytes]:
    return [consumed(each) for each in answer.get("ConsumedCapacity") or []]


def extended(answer: dict) -> list[dict] | None:
    each = answer.get("ConsumedCapacity")
    return each and [{TABLE_NAME: one["TableName"], CAPACITY_UNITS: float(one["CapacityUnits"])} for one in each]
