"""What DAX does with a request: eventually consistent reads are answered from memory, everything else goes to the table, and what is
written there is kept.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.html
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.consistency.html
"""

from .memory import Memory
from .requests import Request


class Cached:
    def __init__(self, table, key_of, measure, now, item_seconds, query_seconds):
        """`table(action, data)` asks DynamoDB; `key_of(table, item)` is an item's key; `measure(metric)` counts one."""
        self._table, self._key_of, self._measure = table, key_of, measure
        self._items, self._answers = Memory(now, item_seconds), Memory(now, query_seconds)

    def clear(self) -> None:
        self._items.clear()
        self._answers.clear()

    async def perform(self, request: Request) -> dict:
        perform = getattr(self, f"_{request.action}", None)
        return await (perform(request.data) if perform else self._table(request.action, request.data))

    def _known(self, table: str, key: dict) -> tuple[bool, dict | None]:
        hit, item = self._items.find(table, key)
        self._measure("ItemCacheHits" if hit else "ItemCacheMisses")
        return hit, item

    def _keep(self, table: str, key: dict, item: dict | None) -> None:
        self._items.keep(item, table, key)

    async def _GetItem(self, data: dict) -> dict:
        table, key = data["TableName"], data["Key"]
        whole = {name: value for name, value in data.items() if name not in ("ProjectionExpression", "ExpressionAttributeNames")}
        if data.get("ConsistentRead"):
            return await self._table("GetItem", whole)
        hit, item = self._known(table, key)
        if hit:
            return {"Item": item} if item else {}
        answer = await self._table("GetItem", whole)
        self._keep(table, key, answer.get("Item"))
        return answer

    async def _BatchGetItem(self, data: dict) -> dict:
        found: dict[str, list] = {table: [] for table in data["RequestItems"]}
        missing = {}
        for table, part in data["RequestItems"].items():
            keys = []
            for key in part["Keys"]:
                hit, item = (False, None) if part.get("ConsistentRead") else self._known(table, key)
                found[table] += [item] if item else []
                keys += [] if hit else [key]
            if keys:
                missing[table] = {**part, "Keys": keys}
        if not missing:
            return {"Responses": found}
        answer = await self._table("BatchGetItem", {**data, "RequestItems": missing})
        left = answer.get("UnprocessedKeys") or {}
        for table, items in answer["Responses"].items():
            found[table] += items
            if missing[table].get("ConsistentRead"):
                continue
            read = [key for key in missing[table]["Keys"] if key not in (left.get(table) or {}).get("Keys", [])]
            by_key = {str(self._key_of(table, item)): item for item in items}
            for key in read:
                self._keep(table, key, by_key.get(str(self._key_of(table, key))))
        return {**answer, "Responses": found}

    async def _PutItem(self, data: dict) -> dict:
        answer = await self._table("PutItem", data)
        self._keep(data["TableName"], self._key_of(data["TableName"], data["Item"]), data["Item"])
        return answer

    async def _DeleteItem(self, data: dict) -> dict:
        answer = await self._table("DeleteItem", data)
        self._keep(data["TableName"], data["Key"], None)
        return answer

    async def _UpdateItem(self, data: dict) -> dict:
        answer = await self._table("UpdateItem", data)
        await self._read_again(data["TableName"], data["Key"])
        return answer

    async def _read_again(self, table: str, key: dict) -> None:
        """An update does not say what the item is now."""
        answer = await self._table("GetItem", {"TableName": table, "Key": key, "ConsistentRead": True})
        self._keep(table, key, answer.get("Item"))

    async def _BatchWriteItem(self, data: dict) -> dict:
        answer = await self._table("BatchWriteItem", data)
        for table, writes in data["RequestItems"].items():
            left = (answer.get("UnprocessedItems") or {}).get(table, [])
            for write in writes:
                item = (write.get("PutRequest") or {}).get("Item")
                if write not in left:
                    self._keep(table, self._key_of(table, item) if item else write["DeleteRequest"]["Key"], item)
        return answer

    async def _TransactWriteItems(self, data: dict) -> dict:
        answer = await self._table("TransactWriteItems", data)
        for part in data["TransactItems"]:
            for operation, each in part.items():
                if operation != "ConditionCheck":
                    table = each["TableName"]
                    await self._read_again(table, self._key_of(table, each.get("Key") or each["Item"]))
        return answer

    async def _Query(self, data: dict) -> dict:
        return await self._answered("Query", data)

    async def _Scan(self, data: dict) -> dict:
        return await self._answered("Scan", data)

    async def _answered(self, action: str, data: dict) -> dict:
        if data.get("ConsistentRead"):
            return await self._table(action, data)
        asked = {name: value for name, value in data.items() if name != "ReturnConsumedCapacity"}
        hit, kept = self._answers.find(action, asked)
        self._measure(f"{action}Cache{'Hits' if hit else 'Misses'}")
        if hit:
            return kept
        answer = await self._table(action, data)
        self._answers.keep({name: value for name, value in answer.items() if name != "ConsumedCapacity"}, action, asked)
        return answer
