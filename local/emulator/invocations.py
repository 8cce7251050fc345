"""What Lambda checks of a call, whoever makes it: the size of event and answer, the kind of an error, what a reader of a queue answers, metrics.

https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
"""

import contextvars
import json
import re
import threading
import time

import destinations
from payloads import ASYNCHRONOUS_BYTES, SYNCHRONOUS_BYTES

# What AWS names in the message about an answer.
ANSWER_BYTES = 6_291_556

# Of an answer in pieces, which may be larger.
streaming: contextvars.ContextVar = contextvars.ContextVar("streaming", default=False)
# The mapping and the messages of a batch from a queue.
batch_of_queue: contextvars.ContextVar = contextvars.ContextVar("batch_of_queue", default=None)
thrown = threading.local()


def names_no_message(answer, identifiers: set[str]) -> bool:
    """Whether a partial answer is one that Lambda takes for a failure of all: a message that is not of the batch, or no form of it."""
    try:
        answer = json.loads(answer) if isinstance(answer, str) and answer else answer
        failures = (answer or {}).get("batchItemFailures") or []
        return any(failure["itemIdentifier"] not in identifiers for failure in failures)
    except (ValueError, KeyError, TypeError, AttributeError):
        return True


def size_of(answer) -> int:
    if isinstance(answer, (bytes, bytearray)):
        return len(answer)
    return len(json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=str).encode())


class Invocations:
    def __init__(self, lambdas, runtime):
        self._lambdas = lambdas
        self._execute, self._metrics = lambdas._execute_function, lambdas._emit_lambda_metrics
        lambdas._execute_function = self._executing
        lambdas._emit_lambda_metrics = lambda *_, **__: None  # counted here, for every way of calling
        lambdas._run_sqs_batch = self._noting_batch(lambdas._run_sqs_batch)
        lambdas._route_async_failure = self._with_right(lambdas._route_async_failure)
        lambdas.handle_request = self._measuring(lambdas.handle_request)
        lambdas.handle_function_url_request = self._in_pieces(lambdas.handle_function_url_request)
        name_errors(runtime)

    def _executing(self, function: dict, event) -> dict:
        config = function.get("config") or function
        if self._lambdas._function_config_scope_mismatch(config):
            return self._execute(function, event)  # which calls this again, in the function's own scope
        thrown.error = None
        begin = time.monotonic()
        result = self._execute(function, event)
        milliseconds = (time.monotonic() - begin) * 1000
        if not result.get("throttle"):
            result = self._judged(result)
            self._metrics(config.get("FunctionName", ""), milliseconds, bool(result.get("error")), False)
        else:
            from ministack.services import cloudwatch

            dimensions = {"FunctionName": config.get("FunctionName", "")}
            cloudwatch.record_metric("AWS/Lambda", "Throttles", 1, "Count", dimensions)
        return result

    def _judged(self, result: dict) -> dict:
        body = result.get("body")
        if result.get("error"):
            if isinstance(body, dict) and thrown.error and body.get("errorType") == "Runtime.HandlerError":
                return {**result, "body": {**body, **thrown.error}}
            return result
        if not streaming.get() and size_of(body) > ANSWER_BYTES:
            message = f"Response payload size exceeded maximum allowed payload size ({ANSWER_BYTES} bytes)."
            return failure(result, "Function.ResponseSizeTooLarge", message)
        batch = batch_of_queue.get()
        if batch and names_no_message(body, batch):
            return failure(result, "Lambda.InvalidPartialResponse", "the answer names a message that is not of the batch")
        return result

    @staticmethod
    def _noting_batch(run):
        def run_noting(mapping, function, event, batch, *args):
            asked = "ReportBatchItemFailures" in (mapping.get("FunctionResponseTypes") or [])
            token = batch_of_queue.set({message["id"] for message in batch} if asked else None)
            try:
                run(mapping, function, event, batch, *args)
            finally:
                batch_of_queue.reset(token)

        return run_noting

    def _with_right(self, route):
        def route_allowed(target, name, event, result):
            config = (self._lambdas._functions.get(name) or {}).get("config") or {}
            if destinations.may_send(target, config.get("Role", "")):
                route(target, name, event, result)

        return route_allowed

    def _measuring(self, handle):
        """Requests that are too large never reach the function."""

        async def handle_measured(method, path, headers, body, query):
            call = method == "POST" and re.search(r"/(response-streaming-)?invocations$", path)
            if not call:
                return await handle(method, path, headers, body, query)
            asynchronous = {key.lower(): value for key, value in headers.items()}.get("x-amz-invocation-type") == "Event"
            limit = ASYNCHRONOUS_BYTES if asynchronous else SYNCHRONOUS_BYTES
            if len(body or b"") > limit:
                from ministack.core.responses import error_response_json

                kind = "Event" if asynchronous else "RequestResponse"
                message = f"{len(body)} byte payload is too large for the {kind} invocation type (limit {limit} bytes)"
                return error_response_json("RequestEntityTooLargeException", message, 413)
            token = streaming.set(bool(call[1]))
            try:
                return await handle(method, path, headers, body, query)
            finally:
                streaming.reset(token)

        return handle_measured

    def _in_pieces(self, handle):
        async def handle_url(url_id, *args, **kwargs):
            resolved = kwargs.get("resolved") or self._lambdas.resolve_function_url(url_id)
            token = streaming.set(bool(resolved) and resolved[4].get("InvokeMode") == "RESPONSE_STREAM")
            try:
                return await handle(url_id, *args, **kwargs)
            finally:
                streaming.reset(token)

        return handle_url


def failure(result: dict, kind: str, message: str) -> dict:
    return {"error": True, "body": {"errorMessage": message, "errorType": kind}, "log": result.get("log", "")}


def name_errors(runtime) -> None:
    """Has an error keep its own name and its trace, by which state machines catch it: MiniStack calls all `Runtime.HandlerError`."""
    replaced = {
        "_NODEJS_WORKER_SCRIPT": [
            ('error: String(err.message || err), trace: err.stack || ""', 'error: String(err.message || err), type: err.name, trace: err.stack || ""'),
            ("error: e.message, trace: e.stack", "error: e.message ?? String(e), type: e.name, trace: e.stack"),
        ],
        "_PYTHON_WORKER_SCRIPT": [('"error": str(e), "trace":', '"error": str(e), "type": type(e).__name__, "trace":')],
    }
    for script, changes in replaced.items():
        text = getattr(runtime, script)
        for before, after in changes:
            if before not in text:
                raise RuntimeError(f"{script} of MiniStack is another one than that which is changed here")
            text = text.replace(before, after)
        setattr(runtime, script, text)
    invoke = runtime.Worker.invoke

    def invoke_named(self, *args, **kwargs):
        result = invoke(self, *args, **kwargs)
        if result.get("type"):
            lines = (result.get("trace") or "").strip().splitlines()
            trace = {"stackTrace": lines[1:-1]} if "Traceback" in (lines or [""])[0] else {"trace": lines}
            thrown.error = {"errorType": result["type"], **trace}
        return result

    runtime.Worker.invoke = invoke_named
