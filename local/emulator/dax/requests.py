"""What DAX's clients ask for, as DynamoDB's own API has it."""

from typing import NamedTuple

from .cbor import Reader, attribute
from .expressions import Expressions, paths
from .keys import decode_key

# Of a method its name, and how many values follow it.
METHODS = {
    1489122155: ("AuthorizeConnection", 5),
    455855874: ("Endpoints", 0),
    -742646399: ("DefineKeySchema", 1),
    670678385: ("DefineAttributeList", 1),
    -1230579644: ("DefineAttributeListId", 1),
    263244906: ("GetItem", 3),
    -2106490455: ("PutItem", 4),
    1013539361: ("DeleteItem", 3),
    1425579023: ("UpdateItem", 3),
    -931250863: ("Query", 3),
    -1875390620: ("Scan", 2),
    -697851100: ("BatchGetItem", 2),
    116217951: ("BatchWriteItem", 2),
    1866287579: ("TransactGetItems", 4),
    -1160037738: ("TransactWriteItems", 9),
}

# Of an option its name, and what its numbers mean.
NUMBERS = {
    3: ("ReturnConsumedCapacity", ("NONE", "TOTAL", "INDEXES")),
    6: ("ReturnItemCollectionMetrics", ("NONE", "SIZE")),
    7: ("ReturnValues", ("", "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")),
    15: ("Select", ("", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "COUNT", "SPECIFIC_ATTRIBUTES")),
}
FLAGS = {2: "ConsistentRead", 14: "ScanIndexForward"}
PLAIN = {13: "Limit", 16: "Segment", 17: "TotalSegments", 19: "ClientRequestToken"}
CONDITIONS = {4: "ConditionExpression", 10: "FilterExpression"}
PROJECTION, UPDATE, START, INDEX = 0, 8, 9, 11
# The operations of a transaction: the name of its part, and the right that it needs.
PUT, DELETE, PARTIAL_UPDATE, CHECK = 2, 7, 9, 12
PARTS = {PUT: "Put", DELETE: "Delete", PARTIAL_UPDATE: "Update", CHECK: "ConditionCheck"}
ON_FAILURE = ("", "NONE", "ALL_OLD")


class Request(NamedTuple):
    action: str
    data: dict
    # The paths of the projection: of the one table, of each by its name, or of each part of a transaction.
    paths: list | dict | None = None


class AttributeLists:
    """The names of an item's attributes besides its key have a number, so that they are sent once."""

    def __init__(self):
        self._lists: list[tuple[str, ...]] = [(), ()]  # 1 is the empty one

    def number(self, names) -> int:
        names = tuple(names)
        if names not in self._lists[1:]:
            self._lists.append(names)
        return self._lists.index(names, 1)

    def names(self, number: int) -> tuple[str, ...]:
        return self._lists[number]


class Requests:
    def __init__(self, lists: AttributeLists, schema):
        """`schema(table)` are the key attributes of a table."""
        self._lists, self._schema = lists, schema

    def read(self, action: str, arguments: list) -> Request:
        return getattr(self, f"_{action}")(*arguments)

    def _GetItem(self, table, key, options):
        data, found = self._options(table, options)
        return Request("GetItem", {**data, "Key": self._key(table, key)}, found)

    def _PutItem(self, table, key, values, options):
        data, _ = self._options(table, options)
        return Request("PutItem", {**data, "Item": {**self._key(table, key), **self._values(values)}})

    def _DeleteItem(self, table, key, options):
        data, _ = self._options(table, options)
        return Request("DeleteItem", {**data, "Key": self._key(table, key)})

    def _UpdateItem(self, table, key, options):
        data, _ = self._options(table, options)
        return Request("UpdateItem", {**data, "Key": self._key(table, key)})

    def _Query(self, table, condition, options):
        return Request("Query", *self._options(table, options, condition))

    def _Scan(self, table, options):
        return Request("Scan", *self._options(table, options))

    def _BatchGetItem(self, tables, options):
        items = {
            table: {"Keys": [self._key(table, key) for key in keys], "ConsistentRead": consistent}
            for table, (consistent, _, keys) in tables.items()
        }
        found = {table: projection and paths(projection) for table, (_, projection, _) in tables.items()}
        return Request("BatchGetItem", {**self._returned(options), "RequestItems": items}, found)

    def _BatchWriteItem(self, tables, options):
        def write(table, key, values):
            if values is None:
                return {"DeleteRequest": {"Key": self._key(table, key)}}
            return {"PutRequest": {"Item": {**self._key(table, key), **self._values(values)}}}

        items = {table: [write(table, *pair) for pair in zip(each[::2], each[1::2])] for table, each in tables.items()}
        return Request("BatchWriteItem", {**self._returned(options), "RequestItems": items})

    def _TransactGetItems(self, tables, keys, projections, options):
        items = [{"Get": {"TableName": text(table), "Key": self._key(table, key)}} for table, key in zip(tables, keys)]
        found = [projection and paths(projection) for projection in projections]
        return Request("TransactGetItems", {**self._returned(options), "TransactItems": items}, found)

    def _TransactWriteItems(self, operations, tables, keys, values, _returned, on_failure, conditions, updates, options):
        columns = zip(operations, tables, keys, values, on_failure, conditions, updates)
        items = [self._part(*column) for column in columns]
        return Request("TransactWriteItems", {**self._returned(options), "TransactItems": items})

    def _part(self, operation, table, key, values, on_failure, condition, update):
        expressions = Expressions()
        data = {"TableName": text(table), "ReturnValuesOnConditionCheckFailure": ON_FAILURE[on_failure]}
        if operation == PUT:
            data["Item"] = {**self._key(table, key), **self._values(values)}
        else:
            data["Key"] = self._key(table, key)
        if update:
            data["UpdateExpression"] = expressions.update(update)
        if condition:
            data["ConditionExpression"] = expressions.condition(condition)
        return {PARTS[operation]: {**data, **expressions.of_request()}}

    def _key(self, table, key: bytes) -> dict:
        return decode_key(key, self._schema(text(table)))

    def _values(self, data: bytes) -> dict:
        reader = Reader(data)
        names = self._lists.names(reader.value())
        return {name: attribute(reader.value()) for name in names}

    @staticmethod
    def _returned(options) -> dict:
        data = {NUMBERS[number][0]: NUMBERS[number][1][value] for number, value in (options or {}).items() if number in NUMBERS}
        return {**data, **({PLAIN[19]: options[19]} if options and 19 in options else {})}

    def _options(self, table, options, condition=None) -> tuple[dict, list | None]:
        """The request without its keys, and the paths of its projection, of which DynamoDB is asked the attributes that they begin with."""
        expressions, data, found = Expressions(), {"TableName": text(table), **self._returned(options)}, None
        if condition:
            data["KeyConditionExpression"] = expressions.condition(condition)
        index = (options or {}).get(INDEX)
        for number, value in (options or {}).items():
            if number in FLAGS:
                data[FLAGS[number]] = bool(value)
            elif number in PLAIN:
                data[PLAIN[number]] = value
            elif number in CONDITIONS:
                data[CONDITIONS[number]] = expressions.condition(value)
            elif number == UPDATE:
                data["UpdateExpression"] = expressions.update(value)
            elif number == INDEX:
                data["IndexName"] = text(value)
            elif number == PROJECTION:
                found = paths(value)
                data["ProjectionExpression"] = expressions.attributes(found)
            elif number == START:
                data["ExclusiveStartKey"] = attribute(Reader(value).value())["M"] if index else self._key(table, value)
        return {**data, **expressions.of_request()}, found


def text(name) -> str:
    return name.decode() if isinstance(name, bytes) else name
