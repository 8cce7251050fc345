"""Functions in Java, Ruby and .NET, as processes of this machine.

Lambda's runtimes start a function by a client of the Runtime API, and MiniStack serves that API to programs of a runtime of their own. So such a
function gets a `bootstrap` that starts the client of its language (java.py, client.rb), where this machine has what that needs.
https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import contextvars
import io
import json
import os
import re
import shlex
import shutil
import sys
import threading
import warnings
import zipfile

from . import java, trust

FOLDER = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(FOLDER, "languages.json"), encoding="utf-8") as file:
    LANGUAGES = json.load(file)
# Taken out of the environment, which functions inherit.
USERS_PATH = os.environ.pop("HEADROOM_PATH", None)
# A start keeps a core busy; more at once would only make each too late. The time of a call begins after it.
starts = threading.Semaphore(os.cpu_count() or 1)


def language_of(config: dict) -> str | None:
    return next((name for name in LANGUAGES if (config.get("Runtime") or "").startswith(name)), None)


def program_of(language: str) -> str | None:
    """The path of a language's program, on the user's PATH."""
    return shutil.which(LANGUAGES[language]["program"], path=USERS_PATH)


def folders() -> list[str]:
    """What the functions' processes read, besides their packages."""
    programs = (program_of(language) for language in LANGUAGES)
    places = [os.path.dirname(os.path.realpath(program)) for program in programs if program]
    return [*(re.sub(r"/bin$", "", each) for each in places), java.folder()]


def install(lambdas, runtime, certificate: str) -> None:
    trust.authorities.certificate = certificate
    report_failed_starts(runtime)
    worker_class_for = runtime._worker_class_for

    class LanguageWorker(runtime.ProvidedWorker):
        def _spawn(self, *args, **kwargs):
            package = self.code_zip
            self.code_zip = with_bootstrap(package, bootstrap(lambdas, self.config))
            try:
                with starts:
                    super()._spawn(*args, **kwargs)
            finally:
                self.code_zip = package

        def _build_handler_class(self, *args):
            return restoring(super()._build_handler_class(*args))

    runtime._worker_class_for = lambda config: LanguageWorker if language_of(config) else worker_class_for(config)
    elsewhere = lambdas._execute_function_docker

    def execute(function, event, request_id):
        config = function.get("config") or function
        if config.get("PackageType") == "Image" or not language_of(config):
            return elsewhere(function, event, request_id)
        if reason := why_not_run(config):
            message = f"{config['Runtime']} is not run: {reason}"
            return {"body": {"errorMessage": message, "errorType": "Runtime.Unavailable"}, "error": True, "log": message}
        return lambdas._execute_function_provided_warm(function, event, request_id)

    lambdas._execute_function_docker = execute
    start_published(lambdas, runtime)


def why_not_run(config: dict) -> str | None:
    """What this machine lacks; local/languages.ts says the same before a call."""
    name = language_of(config)
    language = LANGUAGES[name]
    if program_of(name) is None:
        return f"there is no {language['program']} on PATH: {language['install']}"
    if "onlyLinux" in language and sys.platform != "linux":
        return language["onlyLinux"]
    if "noMethods" in language and "::" in config.get("Handler", ""):
        return language["noMethods"]
    return java.fetch() if name == "java" else None


def bootstrap(lambdas, config: dict) -> str:
    """The script that starts a function."""
    language, handler = language_of(config), config.get("Handler", "")
    layers = [lambdas._provided_runtime_code_dir(code) for code in map(lambdas._resolve_layer_zip, config.get("Layers") or []) if code]
    logging = config.get("LoggingConfig") or {}
    name = config.get("FunctionName", "")
    variables = {
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{config['Runtime']}",
        "AWS_LAMBDA_LOG_GROUP_NAME": logging.get("LogGroup") or f"/aws/lambda/{name}",
    }
    if logging.get("LogFormat") == "JSON":
        variables |= {"AWS_LAMBDA_LOG_FORMAT": "JSON", "AWS_LAMBDA_LOG_LEVEL": logging.get("ApplicationLogLevel", "INFO")}
    program = program_of(language)
    if language == "java":
        snapshot = (config.get("SnapStart") or {}).get("OptimizationStatus") == "On"
        variables |= {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start" if snapshot else "on-demand"}
        command = [program, *java.options(config.get("MemorySize", 128), layers), java.CLIENT, handler]
    elif language == "ruby":
        variables |= {"SSL_CERT_FILE": trust.bundle(), "RUBYLIB": ":".join(f"{layer}/ruby/lib" for layer in layers)}
        variables |= {"GEM_PATH": ":".join(each for layer in layers for each in gems(f"{layer}/ruby/gems"))}
        command = [program, os.path.join(FOLDER, "client.rb")]
    else:
        variables |= {"SSL_CERT_FILE": trust.bundle()}
        command = [program, f"{handler}.dll"]
    exports = [f"export {key}={shlex.quote(value)}" for key, value in variables.items() if value]
    return "\n".join(["#!/bin/sh", *exports, f"exec {shlex.join(command)}", ""])


def gems(folder: str) -> list[str]:
    return [os.path.join(folder, version) for version in os.listdir(folder)] if os.path.isdir(folder) else []


def with_bootstrap(code: bytes, script: str) -> bytes:
    """The package with the script, the same bytes each time: MiniStack unpacks a package once."""
    file = io.BytesIO(code)
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a package that has a file of that name
        archive.writestr(zipfile.ZipInfo("bootstrap"), script)
    return file.getvalue()


def start_published(lambdas, runtime) -> None:
    """Has a version with SnapStart start when it is published, and fail where its hooks do: MiniStack does that for Python."""
    elsewhere = lambdas._snapstart_provision_version_async

    def start(version):
        config = version["config"]
        state = {"State": "Active", "StateReason": "", "StateReasonCode": "", "LastUpdateStatus": "Successful"}
        try:
            if not why_not_run(config):
                worker, _ = runtime.acquire_worker(config["FunctionName"], config, version["code_zip"], qualifier=config["Version"])
                try:
                    runtime.ensure_spawned(worker)
                finally:
                    runtime.release_worker(worker)
        except Exception as error:  # of any kind: the version would be pending for ever
            state = {"State": "Failed", "StateReason": str(error), "StateReasonCode": "FunctionError"}
        config.update(state)

    def provision(name, version):
        if language_of(version["config"]):
            threading.Thread(target=contextvars.copy_context().run, args=(start, version), daemon=True).start()
        else:
            elsewhere(name, version)

    lambdas._snapstart_provision_version_async = provision


def restoring(handler):
    """The Runtime API of an environment from a snapshot: it goes on at once, so that its hooks run, and there is no snapshot."""

    class Restoring(handler):
        def do_GET(self):
            if self.path.endswith("/runtime/restore/next"):
                self._respond(200)
            else:
                super().do_GET()

        def do_POST(self):
            if self.path.endswith("/runtime/restore/error"):
                self.path = self.path.replace("/restore/", "/init/")
            super().do_POST()

    return Restoring


def report_failed_starts(runtime) -> None:
    """Has a function that fails while it starts answer with its own error, and leave its log: MiniStack makes a text of one and drops the other."""
    worker = runtime.ProvidedWorker
    invoke = worker.invoke

    def invoke_or_report(self, *args, **kwargs):
        try:
            return invoke(self, *args, **kwargs)
        except RuntimeError as error:
            kind = getattr(error, "error_type", "Runtime.ExitError")
            answer = self._init_error if isinstance(self._init_error, dict) else {"errorMessage": str(error), "errorType": kind}
            return {"status": "error", "error": str(error), "error_payload": answer, "cold_start": True, "log": self._drain_stderr()}

    worker.invoke = invoke_or_report
