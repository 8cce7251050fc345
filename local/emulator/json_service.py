"""A service of AWS that MiniStack has not, in the protocol JSON 1.1."""

import inspect
import json


class Fault(Exception):
    """What the service refuses: the name of AWS's exception, and its message."""

    def __init__(self, name: str, message: str):
        super().__init__(message)
        self.name = name


class JsonService:
    """Each action is a method of its name, after an underscore, that takes the request and gives the answer, or awaits it."""

    async def handle_request(self, _method, _path, headers, body, _query) -> tuple:
        action = (headers.get("x-amz-target") or "").rpartition(".")[2]
        answered = {"Content-Type": "application/x-amz-json-1.1"}  # MiniStack adds to it
        perform = getattr(self, f"_{action}", None)
        try:
            if perform is None:
                raise Fault("UnknownOperationException", f"The emulator does not know {action}.")
            answer = perform(json.loads(body or b"{}"))
            return 200, answered, json.dumps(await answer if inspect.isawaitable(answer) else answer).encode()
        except Fault as fault:
            return 400, answered, json.dumps({"__type": fault.name, "message": str(fault)}).encode()
