"""How large a function may be: its package, its memory, its /tmp; and how much memory a call has used.

https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html
Of the two limits of an upload that of the package is the first to be judged: https://github.com/localstack/localstack/pull/9697
"""

import json
import re
import threading

# Of a package in a request, and of the request; a package from a bucket may be larger.
ZIPPED_BYTES, REQUEST_BYTES = 52_428_800, 70_167_211
UPLOADS = {
    ("POST", r"/functions"): "CreateFunction",
    ("PUT", r"/functions/[^/]+/code"): "UpdateFunctionCode",
    ("POST", r"/layers/[^/]+/versions"): "PublishLayerVersion",
}
SETTINGS = {
    "memorySize": (lambda data: data.get("MemorySize"), 128, 10_240),
    "ephemeralStorage.size": (lambda data: (data.get("EphemeralStorage") or {}).get("Size"), 512, 10_240),
}
used = threading.local()


def install(lambdas, runtime) -> None:
    handle = lambdas.handle_request

    async def handle_sized(method, path, headers, body, query):
        from ministack.core.responses import error_response_json

        operation = next((name for (verb, end), name in UPLOADS.items() if verb == method and re.search(f"{end}/?$", path)), None)
        if operation and zipped_bytes(body or b"") > ZIPPED_BYTES:
            return error_response_json("InvalidParameterValueException", f"Zipped size must be smaller than {ZIPPED_BYTES} bytes", 400)
        if operation and len(body or b"") > REQUEST_BYTES:
            message = f"Request must be smaller than {REQUEST_BYTES} bytes for the {operation} operation"
            return error_response_json("RequestEntityTooLargeException", message, 413)
        if operation == "CreateFunction" or (method == "PUT" and path.endswith("/configuration")):
            if problem := setting_problem(body):
                return error_response_json("ValidationException", problem, 400)
        return await handle(method, path, headers, body, query)

    lambdas.handle_request = handle_sized
    probe = lambdas._probe_peak_memory_mb
    lambdas._probe_peak_memory_mb = lambda function: getattr(used, "megabytes", 0) or probe(function)
    measure(runtime.Worker)


def zipped_bytes(body: bytes) -> int:
    """The size of a package in a request, told by its base64."""
    found = re.search(rb'"ZipFile"\s*:\s*"([A-Za-z0-9+/]*)', body)
    return len(found[1]) * 3 // 4 if found else 0


def setting_problem(body: bytes) -> str | None:
    try:
        data = json.loads(body or b"{}")
    except ValueError:
        return None  # Lambda itself says so
    for name, (read, least, most) in SETTINGS.items():
        value = read(data)
        if isinstance(value, int) and not least <= value <= most:
            bound = f"greater than or equal to {least}" if value < least else f"less than or equal to {most}"
            return f"1 validation error detected: Value '{value}' at '{name}' failed to satisfy constraint: Member must have value {bound}"
    return None


def measure(worker) -> None:
    """Has a function that used more memory than it has fail as on AWS. What is mapped of files, such as Node itself, does not count."""
    invoke = worker.invoke

    def invoke_measured(self, event, request_id, *args, **kwargs):
        result = invoke(self, event, request_id, *args, **kwargs)
        peak, own = memory_of(self._proc.pid) if self._proc else (0, 0)
        used.megabytes = peak
        if own <= self.config.get("MemorySize", 128):
            return result
        self.kill()
        message = f"RequestId: {request_id} Error: Runtime exited with error: signal: killed"
        return {"status": "error", "error": message, "type": "Runtime.ExitError", "cold_start": result.get("cold_start"), "log": result.get("log", "")}

    worker.invoke = invoke_measured


def memory_of(pid: int) -> tuple[int, int]:
    """The most that a process has had, and how much of that was its own, in MB; 0 on a machine that does not tell."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            found = {name: int(value) for name, value in re.findall(r"^(VmHWM|RssFile|RssShmem):\s+(\d+) kB", file.read(), re.MULTILINE)}
    except OSError:
        return 0, 0
    peak = found.get("VmHWM", 0)
    return peak // 1024, (peak - found.get("RssFile", 0) - found.get("RssShmem", 0)) // 1024
