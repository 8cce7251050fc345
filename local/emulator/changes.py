"""Counts what may have changed a resource, so that a deployment asks for all of them again only when something may have.

What it does not know counts: a count that stands still says for certain that nothing was created, changed or deleted.
"""

import re
import uuid

READS = re.compile(
    r"(Assume|BatchGet|Check|Decode|Describe|Estimate|Filter|Get|Head|List|Lookup|Query|Scan|Search|Select|Simulate|Test|Validate)"
)

# Of what is in a resource, such as items and messages; no resource of a stack comes or goes by these.
CONTENT = frozenset(
    """
    BatchExecuteStatement BatchWriteItem DeleteItem ExecuteStatement ExecuteTransaction PutItem TransactGetItems TransactWriteItems UpdateItem
    ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch ReceiveMessage SendMessage SendMessageBatch
    PutRecord PutRecordBatch PutRecords SubscribeToShard
    CreateLogStream PutEvents PutLogEvents PutMetricData Publish PublishBatch
    SendTaskFailure SendTaskHeartbeat SendTaskSuccess StartExecution StartSyncExecution StopExecution
    Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateMac ReEncrypt Sign Verify VerifyMac
    AdminInitiateAuth AdminRespondToAuthChallenge InitiateAuth RespondToAuthChallenge RevokeToken
    """.split()
)

# Of functions and APIs, and of MiniStack itself; what a function changes then is a request of its own.
CALLS = re.compile(r"/invocations$|/invoke-async$|^/_aws/|^/_headroom/|^/_ministack/|^/oauth2/")
ACTION = re.compile(rb"(?:^|&)Action=(\w+)")
SERVICE = re.compile(rb"(?:/|%2F)([a-z0-9-]+)(?:/|%2F)aws4_request")
OBJECT = re.compile(r"/[^/]+/.")


PROVIDER = b"headroom-provider"


class Changes:
    def __init__(self):
        # Another one for each start, since a new emulator is empty.
        self._run = uuid.uuid4().hex
        self._count = 0
        self._objects: set[str] = set()  # those that are resources

    def __str__(self) -> str:
        return f"{self._run}:{self._count}"

    def note(self) -> None:
        """Something changed without a request: a schedule ended, an object expired."""
        self._count += 1

    def counting(self, app):
        """The application, with its requests counted."""

        async def answer(scope, receive, send):
            if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS") and not is_call(scope):
                receive = self._noting(scope, receive)
            await app(scope, receive, send)

        return answer

    def _noting(self, scope, receive):
        noted = False

        async def received():
            nonlocal noted
            message = await receive()
            if not noted:
                noted = True
                action = action_of(scope, message.get("body", b""))
                if not (READS.match(action) or action in CONTENT or self._is_content(scope)):
                    self._count += 1
            return message

        return received

    def _is_content(self, scope) -> bool:
        """Whether a request is about an object of S3 that is no resource, such as an upload."""
        service = SERVICE.search(header(scope, b"authorization") or scope["query_string"])
        if not service or service[1] != b"s3" or not OBJECT.match(scope["path"]):
            return False
        if PROVIDER in header(scope, b"user-agent"):
            self._objects.add(scope["path"])
        return scope["path"] not in self._objects


def header(scope, name: bytes) -> bytes:
    return next((value for key, value in scope["headers"] if key.lower() == name), b"")


def is_call(scope) -> bool:
    return CALLS.search(scope["path"]) is not None or b".execute-api." in header(scope, b"host")


def action_of(scope, body: bytes) -> str:
    """The action of AWS's JSON and query protocols; empty where it would have to be read from a path."""
    if target := header(scope, b"x-amz-target"):
        return target.decode("latin-1").rpartition(".")[2]
    if header(scope, b"content-type").startswith(b"application/x-www-form-urlencoded"):
        action = ACTION.search(body)
        return action[1].decode() if action else ""
    return ""
