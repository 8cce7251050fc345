"""Who may do what through a cluster: the caller by rights on the cluster, the cluster by the rights of its role on the tables.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.access-control.html
"""

import hmac
import time
from datetime import datetime, timezone

from .answers import NO_CREDENTIALS, NOT_AUTHORIZED, Refused

SERVICE = "dax.amazonaws.com"
LATEST_SECONDS = 900
IN_TRANSACTION = {"Get": "GetItem", "Put": "PutItem", "Delete": "DeleteItem", "Update": "UpdateItem", "ConditionCheck": "ConditionCheckItem"}


def needed_rights(action: str, data: dict):
    """(action, table, index) of each right that a request needs."""
    for part in data.get("TransactItems") or []:
        for operation, each in part.items():
            yield IN_TRANSACTION[operation], each["TableName"], None
    for table in data.get("RequestItems") or {}:
        yield action, table, None
    if "TableName" in data:
        yield action, data["TableName"], data.get("IndexName")


def signer(scope: tuple[str, str], key: str, signature: str, signed: bytes, token: str | None) -> str:
    """The access key that signed the sign-in of a connection."""
    from ministack.core import iam_evaluator, sigv4

    account, region = scope
    _, stamp, credential, *_ = signed.decode().split("\n")
    date, of_region, service, _ = credential.split("/")
    found = iam_evaluator.resolve_credential(key, account, session_token=token or "")
    if isinstance(found, iam_evaluator.CredentialResolutionError):
        raise Refused(found.code, found.message, NO_CREDENTIALS)
    made = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc).timestamp()
    secret = sigv4.derive_signing_key(found.secret_access_key, date, of_region, service)
    right = hmac.new(secret, signed, "sha256").hexdigest()
    if not hmac.compare_digest(right, signature) or (of_region, service) != (region, "dax") or abs(time.time() - made) > LATEST_SECONDS:
        raise Refused("UnrecognizedClientException", "The signature of the sign-in is not that of this cluster's Region and time.", NO_CREDENTIALS)
    return key


def require_caller(scope: tuple[str, str], key: str, cluster_arn: str, action: str, data: dict) -> None:
    from ministack.core import iam_evaluator

    account, region = scope
    principal = iam_evaluator.resolve_principal(key, account)
    if isinstance(principal, iam_evaluator.AuthError):
        raise Refused(principal.code, principal.message, NO_CREDENTIALS)
    for needed in {operation for operation, _, _ in needed_rights(action, data)} if principal.policies is not None else ():
        asked = iam_evaluator.EvalContext(
            principal_arn=principal.arn,
            principal_type=principal.type,
            principal_account=account,
            action=f"dax:{needed}",
            resource_arn=cluster_arn,
            region=region,
            principal_keys=principal.keys,
        )
        if iam_evaluator.evaluate(asked, principal.policies, *principal.limits).decision != "Allow":
            message = f"User: {principal.arn} is not authorized to perform: dax:{needed} on resource: {cluster_arn}"
            raise Refused("AccessDeniedException", message, NOT_AUTHORIZED)


def require_role(scope: tuple[str, str], role: str, action: str, data: dict) -> None:
    from permissions import log_refusal
    from rights import role_may, trusted_services

    account, region = scope
    problem = None
    if SERVICE not in trusted_services(role):
        problem = f"{SERVICE} may not assume the role {role}. Fix: let it in the role's trust policy"
    for needed, table, index in needed_rights(action, data):
        name = table.rpartition("/")[2]
        arn = f"arn:aws:dynamodb:{region}:{account}:table/{name}{f'/index/{index}' if index else ''}"
        problem = problem or role_may(role, f"dynamodb:{needed}", arn)
    if log_refusal(problem and f"the DAX cluster: {problem}"):
        raise Refused("AccessDeniedException", problem)
