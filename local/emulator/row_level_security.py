"""Row-level security as IAM has it, which MiniStack lacks: policy variables, and the keys that a DynamoDB request names.

Without it a policy on `dynamodb:LeadingKeys` refuses everybody here, or, written less carefully, nobody.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
"""

import dataclasses
import json
import re

LEADING_KEYS = "dynamodb:LeadingKeys"
IDENTITY = "${cognito-identity.amazonaws.com:sub}"


def fill_in(value, identity: str):
    """A part of a policy with the caller's identity in the place of the variable."""
    if isinstance(value, str):
        return value.replace(IDENTITY, identity)
    if isinstance(value, list):
        return [fill_in(each, identity) for each in value]
    if isinstance(value, dict):
        return {key: fill_in(each, identity) for key, each in value.items()}
    return value


def personal(statement, identity: str):
    """A statement as it holds for one caller; patterns of resources and conditions are where AWS allows variables."""
    parts = {name: fill_in(getattr(statement, name), identity) for name in ("resources", "not_resources", "conditions")}
    return dataclasses.replace(statement, **parts)


def named_items(request: dict):
    """(table, item or key) for everything that a request names by its key; nothing for a scan or PartiQL."""
    for name in ("Key", "Item"):
        if isinstance(request.get(name), dict):
            yield request.get("TableName"), request[name]
    for table, part in (request.get("RequestItems") or {}).items():
        for key in part.get("Keys") or [] if isinstance(part, dict) else []:
            yield table, key
        for write in part if isinstance(part, list) else []:
            for operation in write.values():
                yield table, operation.get("Item") or operation.get("Key")
    # IAM judges each part of a transaction by itself. All of their keys at once refuse no less, and allow no more.
    for part in request.get("TransactItems") or []:
        for operation in part.values():
            yield from named_items(operation)


def key_conditions(request: dict, partition_key: str):
    """What a query asks its partition key to be; there is one at most."""
    names = request.get("ExpressionAttributeNames") or {}
    values = request.get("ExpressionAttributeValues") or {}
    for name, value in re.findall(r"([#\w.-]+)\s*=\s*(:\w+)", request.get("KeyConditionExpression") or ""):
        if names.get(name, name) == partition_key and value in values:
            yield values[value]
    condition = (request.get("KeyConditions") or {}).get(partition_key) or {}
    yield from condition.get("AttributeValueList") or []


def leading_keys(request: dict, tables) -> list[str]:
    """The values of partition keys that a request names, in any form of request."""

    def schema_of(name):
        table = tables.get(str(name or "").rpartition("/")[2]) or {}
        indexes = (table.get("GlobalSecondaryIndexes") or []) + (table.get("LocalSecondaryIndexes") or [])
        index = request.get("IndexName")
        found = table if index is None else next((each for each in indexes if each["IndexName"] == index), {})
        return next((key["AttributeName"] for key in found.get("KeySchema") or [] if key["KeyType"] == "HASH"), None)

    values = [(item or {}).get(schema_of(table)) for table, item in named_items(request)]
    if partition_key := schema_of(request.get("TableName")):
        values += key_conditions(request, partition_key)
    return [str(next(iter(value.values()))) for value in values if isinstance(value, dict) and value]


def install() -> None:
    """Puts itself between MiniStack's requests and its evaluator of policies."""
    from ministack.core import iam_actions, iam_evaluator
    from ministack.services import dynamodb, sts

    resolve, context_of = iam_evaluator.resolve_principal, iam_actions.dynamodb_service_context

    def resolve_principal(access_key_id, *args, **kwargs):
        principal = resolve(access_key_id, *args, **kwargs)
        identity = (sts._sessions.get(access_key_id) or {}).get("_identity_id")
        if identity is None or not getattr(principal, "policies", None):
            return principal
        policies = [[personal(statement, identity) for statement in policy] for policy in principal.policies]
        return dataclasses.replace(principal, policies=policies)

    def dynamodb_service_context(body):
        context = context_of(body)
        try:
            keys = leading_keys(json.loads(body or b"{}"), dynamodb._tables)
        except (ValueError, AttributeError, TypeError):
            return context  # a malformed request: the service itself says so
        return {**context, LEADING_KEYS: keys} if keys else context

    iam_evaluator.resolve_principal = resolve_principal
    iam_actions.dynamodb_service_context = dynamodb_service_context
