"""Whether a role or a service may do what a service does on behalf of a stack, by IAM's own policies as MiniStack evaluates them."""

import json


def account_of(arn: str) -> str:
    return arn.split(":")[4] if arn.count(":") >= 5 else ""


def role_may(role_arn: str, action: str, resource_arn: str, policy=None) -> str | None:
    """Why a role may not do this, by its policies, its boundary and the resource's own policy; nothing if it may."""
    from ministack.core import iam_evaluator
    from ministack.services import iam

    name, account = role_arn.rpartition("/")[2], account_of(role_arn)
    result = iam_evaluator.evaluate(
        _context(role_arn, "AssumedRole", account, action, resource_arn),
        iam_evaluator._gather_role_policies(name, account),
        *iam_evaluator._permissions_boundary(iam._roles, name, account),
    )
    by_resource = policy_decision(policy, role_arn, None, action, resource_arn)
    if "Deny" in (result.decision, by_resource):
        return f"{action} on {resource_arn} is denied to the role {role_arn}"
    if "Allow" in (result.decision, by_resource):
        return None
    return f"the role {role_arn} has no {action} on {resource_arn}. Fix: allow it in a policy of the role"


def _context(principal: str, kind: str, account: str, action: str, resource_arn: str, source: dict | None = None):
    from ministack.core import iam_evaluator
    from ministack.core.responses import get_region

    return iam_evaluator.EvalContext(
        principal_arn=principal,
        principal_type=kind,
        principal_account=account,
        action=action,
        resource_arn=resource_arn,
        region=get_region(),
        secure_transport=True,
        service_context=source or {},
    )


def policy_decision(policy, principal: str, service: str | None, action: str, resource_arn: str, source_arn: str = "", account: str = "", context: dict | None = None) -> str:
    """What a resource's own policy says to a service, or to a role: Allow, Deny or ImplicitDeny."""
    from ministack.core import iam_evaluator

    owner = account or account_of(source_arn)
    source = {**({"aws:sourcearn": source_arn, "aws:sourceaccount": owner} if source_arn else {}), **(context or {})}
    kind, caller = ("Service", "") if service else ("AssumedRole", account_of(principal))
    asked = _context(principal, kind, caller, action, resource_arn, source)
    return iam_evaluator.evaluate_resource_policy(policy, asked, service=service).decision


def trusted_services(role_arn: str) -> set[str]:
    """The services that a role lets assume it."""
    from ministack.services import iam

    role = iam._roles.get(role_arn.rpartition("/")[2]) or {}
    trust = role.get("AssumeRolePolicyDocument") or "{}"
    statements = (json.loads(trust) if isinstance(trust, str) else trust).get("Statement") or []
    trusted: set[str] = set()
    for statement in statements if isinstance(statements, list) else [statements]:
        principal = statement.get("Principal")
        service = principal.get("Service") if isinstance(principal, dict) else None
        if statement.get("Effect") == "Allow":
            trusted |= {service} if isinstance(service, str) else set(service or [])
    return trusted
