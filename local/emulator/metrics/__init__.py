"""Metrics that AWS's services emit, and MiniStack's do not: of tables, streams, APIs and workflows,
and those that log lines have in them.

Those of queues are measured by the clock (clock/queues.py), those of functions at each call (invocations.py).
"""

from . import apis, kinesis, logs, tables
from .connections import Connections
from .record import record

__all__ = ["Connections", "install"]


def install(dynamodb, throughput, streams, rest, http, states, cloudwatch_logs) -> None:
    tables.install(dynamodb, throughput)
    kinesis.install(streams)
    apis.install(rest, http)
    logs.install(cloudwatch_logs)
    count_executions(states)


def count_executions(states) -> None:
    """https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html"""
    tell = states._emit_execution_status_event
    names = {
        "RUNNING": "ExecutionsStarted",
        "SUCCEEDED": "ExecutionsSucceeded",
        "FAILED": "ExecutionsFailed",
        "ABORTED": "ExecutionsAborted",
        "TIMED_OUT": "ExecutionsTimedOut",
    }

    def tell_and_count(execution):
        name = names.get(execution["status"])
        if name:
            record("AWS/States", {name: (1, "Count")}, {"StateMachineArn": execution.get("stateMachineArn", "")})
        return tell(execution)

    states._emit_execution_status_event = tell_and_count
