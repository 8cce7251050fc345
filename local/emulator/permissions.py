"""Who may call whom. A service calls a function, a queue, a topic or a state machine only if the target's own policy, or the role that it was
given, lets it. MiniStack keeps those policies and asks some of them; here a call that AWS would refuse is refused, and the log says what is missing.

https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
A topic's default policy does not let EventBridge publish: https://repost.aws/knowledge-center/sns-not-getting-eventbridge-notification
https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html
"""

import contextvars
import json
import logging

from rights import account_of, policy_decision, role_may

logger = logging.getLogger("headroom.permissions")

ACTIONS = {"lambda": "lambda:InvokeFunction", "sqs": "sqs:SendMessage", "sns": "sns:Publish", "states": "states:StartExecution"}
PRINCIPALS = {"s3": "s3.amazonaws.com", "sns": "sns.amazonaws.com", "events": "events.amazonaws.com"}

# Where MiniStack calls a user pool's triggers, and how Cognito names them.
TRIGGERS = {
    "_apply_pretoken_trigger": "PreTokenGeneration",
    "_apply_presignup_trigger": "PreSignUp",
    "_apply_inbound_federation_trigger": "InboundFederation",
    "_apply_custom_message_trigger": "CustomMessage",
    "_invoke_define_auth_challenge_trigger": "DefineAuthChallenge",
    "_invoke_create_auth_challenge_trigger": "CreateAuthChallenge",
    "_invoke_verify_auth_challenge_trigger": "VerifyAuthChallengeResponse",
}
# The user pool in whose name Cognito calls a function, and the trigger.
user_pool: contextvars.ContextVar = contextvars.ContextVar("user_pool", default=None)


class Refused(BaseException):
    """Passes through what takes any exception of a function for the function's answer."""


def resource_policy(arn: str):
    from ministack.services import lambda_svc, sns, sqs

    find = {"lambda": lambda_svc.function_policy_for_arn, "sqs": sqs.queue_policy_for_arn, "sns": sns.topic_policy_for_arn}
    found = find[arn.split(":")[2]](arn)
    return found[0] if found else ""


def service_refusal(service: str, target: str, *sources: str) -> str | None:
    """Why a target's own policy does not let a service call it on behalf of any of these; nothing if it does."""
    principal, action = service, ACTIONS[target.split(":")[2]]
    policy = resource_policy(target)
    if any(policy_decision(policy, "*", principal, action, target, source) == "Allow" for source in sources):
        return None
    kind = "an aws.lambda.Permission" if action == "lambda:InvokeFunction" else "a statement of its policy"
    return (
        f"{principal} may not {action} {target} for {sources[0]}: its policy does not allow it. "
        f"Fix: {kind} with the principal {principal} and the source ARN {sources[0]}"
    )


def role_refusal(role: str, target: str) -> str | None:
    service = target.split(":")[2]
    if not role:
        return f"{target} is not called: there is no role for it. Fix: a role with {ACTIONS[service]}"
    return role_may(role, ACTIONS[service], target, "" if service == "states" else resource_policy(target))


def log_refusal(refusal: str | None) -> bool:
    if refusal:
        logger.error("refused: %s", refusal)
    return bool(refusal)


class Permissions:
    """Stands before each place where MiniStack has a service call a target."""

    def __init__(self):
        from ministack.services import apigateway, apigateway_v1, cognito, eventbridge, lambda_svc, s3, sns

        self._lambdas, self._events, self._s3 = lambda_svc, eventbridge, s3
        self._guard_s3(s3)
        self._guard_sns(sns)
        self._guard_targets(eventbridge)
        self._guard_apis(apigateway_v1, apigateway)
        self._guard_cognito(cognito)

    def _call_asynchronously(self, arn: str, event) -> None:
        function, config, name = self._lambdas._get_func_record_for_ref(arn)
        if function is None or config is None:
            logger.error("the function %s, which was to be called, does not exist", name)
            return
        self._lambdas.invoke_async_with_retry(self._lambdas._execution_record_for_config(function, config), event)

    def _guard_s3(self, s3) -> None:
        deliver, validate = s3._deliver_event_to_lambda, s3._validate_notification_configs

        def deliver_allowed(arn, event, region):
            bucket = event["Records"][0]["s3"]["bucket"]["arn"]
            if not log_refusal(self._bucket_refusal(arn, bucket)):
                deliver(arn, event, region)

        def validate_functions(configs, region, bucket="", skip=False):
            error = validate(configs, region, bucket, skip)
            if error or skip:
                return error
            for config in configs:
                if config["type"] == "lambda" and log_refusal(self._bucket_refusal(config["arn"], f"arn:aws:s3:::{bucket}")):
                    return s3._invalid_notification_config("Unable to validate the following destination configurations")
            return None

        s3._deliver_event_to_lambda, s3._validate_notification_configs = deliver_allowed, validate_functions

    def _bucket_refusal(self, function: str, bucket: str) -> str | None:
        """A bucket's ARN names no account: a permission's source account is that of the bucket."""
        from ministack.core.responses import get_account_id

        principal, action = PRINCIPALS["s3"], ACTIONS["lambda"]
        account = self._s3._bucket_owner_account(bucket.rpartition(":")[2]) or get_account_id()
        if policy_decision(resource_policy(function), "*", principal, action, function, bucket, account) == "Allow":
            return None
        return service_refusal(principal, function, bucket)

    def _guard_sns(self, sns) -> None:
        def deliver_allowed(endpoint, envelope, topic, subscription, *_):
            if log_refusal(service_refusal(PRINCIPALS["sns"], endpoint, topic)):
                return
            record = {"EventVersion": "1.0", "EventSubscriptionArn": subscription, "EventSource": "aws:sns", "Sns": json.loads(envelope)}
            self._call_asynchronously(endpoint, {"Records": [record]})

        sns._deliver_to_lambda = deliver_allowed

    def _guard_targets(self, events) -> None:
        invoke = events._invoke_target

        def invoke_allowed(target, event, rule, view=None):
            refusal = self._target_refusal(target, rule.get("Arn", ""))
            if log_refusal(refusal):
                self._give_up(target, event, rule.get("Arn", ""), refusal)
            else:
                invoke(target, event, rule, view)

        def dispatch(arn, payload):
            try:
                event = json.loads(payload)
            except (ValueError, TypeError):
                event = payload
            self._call_asynchronously(arn, event)

        events._invoke_target, events._dispatch_to_lambda = invoke_allowed, dispatch

    def _target_refusal(self, target: dict, source: str) -> str | None:
        """Rules call functions, queues and topics by their policies, state machines by a role; Scheduler calls all by its role."""
        arn = target.get("Arn") or ""
        service = arn.split(":")[2] if arn.count(":") >= 5 else ""
        if service not in ACTIONS or account_of(arn) != account_of(source):
            return None
        if source.split(":")[2] == "scheduler" or service == "states":
            return role_refusal(target.get("RoleArn") or "", arn)
        return service_refusal(PRINCIPALS["events"], arn, source)

    def _give_up(self, target: dict, event: dict, source: str, refusal: str) -> None:
        """An event that may not be delivered is a dead letter at once; retries are for failures that may end."""
        from ministack.core.arn import parse_arn
        from ministack.services import sqs

        queue = (target.get("DeadLetterConfig") or {}).get("Arn")
        if not queue:
            return
        by_role = source.split(":")[2] == "scheduler"
        other = role_refusal(target.get("RoleArn") or "", queue) if by_role else service_refusal(PRINCIPALS["events"], queue, source)
        if log_refusal(other):
            return
        body = target.get("Input") or json.dumps(self._events._pattern_event_view(event).event_with_detail())
        self._events._dispatch_to_sqs(parse_arn(queue), body)
        values = {"TARGET_ARN": target["Arn"], "ERROR_CODE": "NO_PERMISSIONS", "ERROR_MESSAGE": refusal}
        values["SCHEDULE_ARN" if by_role else "RULE_ARN"] = source
        attributes = {name: {"DataType": "String", "StringValue": value} for name, value in values.items()}
        message = sqs._queue_by_arn(queue)["messages"][-1]
        message["message_attributes"], message["md5_attrs"] = attributes, sqs._md5_msg_attrs(attributes)

    def _guard_apis(self, rest, http) -> None:
        def refused(target: str, role: str | None, *sources: str) -> bool:
            if not target.startswith("arn:"):
                return False
            return log_refusal(role_refusal(role, target) if role else service_refusal("apigateway.amazonaws.com", target, *sources))

        def source(api: str, rest_of_it: str, account, region) -> str:
            from ministack.core.responses import get_account_id, get_region

            return f"arn:aws:execute-api:{region or get_region()}:{account or get_account_id()}:{api}/{rest_of_it}"

        def guarded_rest(call):
            async def call_allowed(integration, api, stage_name, stage, resource, path, method, *args, **kwargs):
                scope = kwargs.get("owner_account_id"), kwargs.get("owner_region")
                target = rest._extract_lambda_ref_from_integration_uri(integration.get("uri", ""))
                sources = [source(api, f"{stage_name}/{each}{resource.get('path', path)}", *scope) for each in (method, "ANY")]
                if refused(target, integration.get("credentials"), *sources):
                    return rest._gw_error("API_CONFIGURATION_ERROR", "Internal server error")
                return await call(integration, api, stage_name, stage, resource, path, method, *args, **kwargs)

            return call_allowed

        rest._invoke_lambda_proxy_v1 = guarded_rest(rest._invoke_lambda_proxy_v1)
        rest._invoke_lambda_custom_v1 = guarded_rest(rest._invoke_lambda_custom_v1)

        def guarded_authorizer(module, call, identifier: str, credentials: str):
            async def call_allowed(authorizer, event, account, region):
                target = module._extract_lambda_ref_from_integration_uri(authorizer.get("authorizerUri", ""))
                method_arn = event.get("methodArn") or event.get("routeArn") or ""
                api = method_arn.split(":")[-1].split("/")[0]
                if refused(target, authorizer.get(credentials), source(api, f"authorizers/{authorizer.get(identifier)}", account, region)):
                    return None
                return await call(authorizer, event, account, region)

            return call_allowed

        rest._invoke_authorizer_lambda = guarded_authorizer(rest, rest._invoke_authorizer_lambda, "id", "authorizerCredentials")
        http._invoke_request_authorizer_lambda = guarded_authorizer(
            http, http._invoke_request_authorizer_lambda, "authorizerId", "authorizerCredentialsArn"
        )
        call_http = http._invoke_lambda_proxy

        async def call_http_allowed(integration, api, stage, path, method, *args, **kwargs):
            scope = kwargs.get("owner_account_id"), kwargs.get("owner_region")
            target = http._extract_lambda_ref_from_integration_uri(integration.get("integrationUri", ""))
            route = kwargs.get("route_key") or (args[3] if len(args) > 3 else "$default")
            route_path = route.partition(" ")[2] or f"/{route}"
            sources = [source(api, f"{stage}/{each}{route_path}", *scope) for each in (method, "ANY")]
            sources.append(source(api, f"{stage}/{route}", *scope))
            if refused(target, integration.get("credentialsArn"), *sources):
                return 500, {"Content-Type": "application/json"}, b'{"message":"Internal Server Error"}'
            return await call_http(integration, api, stage, path, method, *args, **kwargs)

        http._invoke_lambda_proxy = call_http_allowed

    def _guard_cognito(self, cognito) -> None:
        def in_the_name_of_a_pool(trigger, name):
            def triggered(*args, **kwargs):
                pool = args[0] if args else kwargs.get("pool_id") or kwargs["pool"]
                token = user_pool.set((pool["Id"] if isinstance(pool, dict) else pool, name))
                try:
                    return trigger(*args, **kwargs)
                finally:
                    user_pool.reset(token)

            return triggered

        for attribute, name in TRIGGERS.items():
            setattr(cognito, attribute, in_the_name_of_a_pool(getattr(cognito, attribute), name))

        def checked(find, arn_of):
            def find_allowed(*args):
                if pool := user_pool.get():
                    self._check_pool(arn_of(*args), *pool)
                return find(*args)

            return find_allowed

        lambdas = self._lambdas
        lambdas._get_func_record_for_ref = checked(lambdas._get_func_record_for_ref, lambda reference: reference)
        lambdas._get_func_record_for_qualifier = checked(lambdas._get_func_record_for_qualifier, lambdas._policy_resource_arn)
        answer = cognito.handle_request

        async def answer_or_refuse(*args, **kwargs):
            from ministack.core.responses import error_response_json

            try:
                return await answer(*args, **kwargs)
            except Refused as refusal:
                return error_response_json("UnexpectedLambdaException", str(refusal), 400)

        cognito.handle_request = answer_or_refuse

    @staticmethod
    def _check_pool(function: str, pool: str, trigger: str) -> None:
        """https://repost.aws/knowledge-center/cognito-lambda-trigger-errors"""
        from ministack.core.responses import get_account_id, get_region

        source = f"arn:aws:cognito-idp:{get_region()}:{get_account_id()}:userpool/{pool}"
        if function.startswith("arn:") and log_refusal(service_refusal("cognito-idp.amazonaws.com", function, source)):
            raise Refused(f"{trigger} invocation failed due to error AccessDeniedException.")
