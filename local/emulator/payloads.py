"""Lambda's limits of payloads. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""

SYNCHRONOUS_BYTES = 6 * 1024 * 1024
ASYNCHRONOUS_BYTES = 1024 * 1024
