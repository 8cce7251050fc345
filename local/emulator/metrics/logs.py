"""Metrics that a line of a log has in it, in the embedded metric format, as functions write them.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

import json

from .record import record


def install(cloudwatch_logs) -> None:
    fan_out = cloudwatch_logs._fanout_to_subscription_filters

    def fan_out_and_measure(group, stream, events):
        for event in events:
            extract(event.get("message") or "")
        return fan_out(group, stream, events)

    cloudwatch_logs._fanout_to_subscription_filters = fan_out_and_measure


def extract(message: str) -> None:
    if '"CloudWatchMetrics"' not in message:
        return
    try:
        document = json.loads(message[message.index("{") :])
        for directive in document["_aws"]["CloudWatchMetrics"]:
            sets = [{name: str(document[name]) for name in names if name in document} for names in directive.get("Dimensions") or [[]]]
            for metric in directive.get("Metrics") or []:
                values = document.get(metric["Name"])
                for value in values if isinstance(values, list) else [values]:
                    if isinstance(value, (int, float)):
                        record(directive["Namespace"], {metric["Name"]: (value, metric.get("Unit") or "None")}, *sets)
    except (ValueError, KeyError, TypeError, AttributeError):
        return  # a line that CloudWatch takes no metrics from
