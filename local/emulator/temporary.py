"""The /tmp of a function's process: its own, gone with the process, and as large as its ephemeral storage says, so that a write beyond fails with ENOSPC.

That takes Linux, and a kernel that lets a process have mounts of its own. Elsewhere a process has a folder of its own in TMPDIR, which is measured after
each call, and the log says where it has more than it may.
https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html
"""

import functools
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading

logger = logging.getLogger("headroom.temporary")

PLACE = "/tmp"
DEFAULT_MEGABYTES = 512
# As itself where it may, else as the root of a namespace of users.
WAYS = (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount"))
# What the function needs and is below /tmp stays there. Arguments: size, folder, working folder, how many are kept, these, the command.
SCRIPT = """
set -e
size=$1 new=$2 cwd=$3 count=$4
shift 4
mount -t tmpfs -o "size=${size}m,mode=1777" tmpfs "$new"
while [ "$count" -gt 0 ]; do
  mkdir -p "$new/${1#/tmp/}"
  mount --bind "$1" "$new/${1#/tmp/}"
  shift
  count=$((count - 1))
done
mount --rbind "$new" /tmp
cd "$cwd"
exec "$@"
"""
starting = threading.local()
# Tell of more folders that functions need.
needed: list = []


def install(runtime, others) -> None:
    needed.append(others)
    for kind in (runtime.Worker, runtime.ProvidedWorker):
        kind._spawn = with_size(kind._spawn)
    runtime.subprocess = Processes()
    runtime.Worker.invoke = measured(runtime.Worker.invoke)


def with_size(spawn):
    def spawn_sized(self, *args, **kwargs):
        starting.worker = self
        try:
            return spawn(self, *args, **kwargs)
        finally:
            starting.worker = None

    return spawn_sized


def megabytes_of(worker) -> int:
    return int((worker.config.get("EphemeralStorage") or {}).get("Size") or DEFAULT_MEGABYTES)


class Processes:
    """Python's own, with a /tmp for each process of a function."""

    def __getattr__(self, name: str):
        return getattr(subprocess, name)

    def Popen(self, command, *, cwd=None, env=None, **settings):
        worker = getattr(starting, "worker", None)
        if worker is None:
            return subprocess.Popen(command, cwd=cwd, env=env, **settings)
        way = way_to_mount()
        if way is None:
            worker.own_temporary = os.path.join(worker._tmpdir, "tmp")
            os.makedirs(worker.own_temporary, exist_ok=True)
            return subprocess.Popen(command, cwd=cwd, env={**env, "TMPDIR": worker.own_temporary}, **settings)
        there = shutil.which(command[0], path=env.get("PATH")) or command[0]
        wrapped = in_own_tmp(way, megabytes_of(worker), cwd, [there, *command[1:]])
        return subprocess.Popen(wrapped, cwd=cwd, env={**env, "TMPDIR": PLACE}, **settings)


def in_own_tmp(way: tuple[str, ...], megabytes: int, cwd: str, command: list[str]) -> list[str]:
    kept = folders_kept()
    return [*way, "sh", "-c", SCRIPT, "sh", str(megabytes), folder(), cwd, str(len(kept)), *kept, *command]


@functools.cache
def folder() -> str:
    path = os.path.join(tempfile.gettempdir(), "ephemeral")
    os.makedirs(path, exist_ok=True)
    return path


@functools.cache
def folders_kept() -> list[str]:
    """
    What is below /tmp of these: the emulator's temporary folder with the functions' code, its Python, Headroom with its Node, other languages.
    Whole, since packages may be linked from folders above a project.
    """
    project = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    node = os.path.dirname(os.path.realpath(shutil.which("node") or "/"))
    folders = (os.path.realpath(each) for each in (tempfile.gettempdir(), sys.prefix, project, node, *(each for tell in needed for each in tell())))
    below = (each.removeprefix(f"{PLACE}/").split("/")[0] for each in folders if each.startswith(f"{PLACE}/"))
    return [f"{PLACE}/{each}" for each in dict.fromkeys(below)]


@functools.cache
def way_to_mount() -> tuple[str, ...] | None:
    for way in WAYS:
        try:
            tried = subprocess.run(in_own_tmp(way, 1, "/", ["true"]), capture_output=True, timeout=10, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if tried.returncode == 0:
            return way
    logger.warning("this machine gives a process no /tmp of its own: a function that fills it is told of in this log, and does not fail")
    return None


def measured(invoke):
    def invoke_measured(self, *args, **kwargs):
        result = invoke(self, *args, **kwargs)
        own = getattr(self, "own_temporary", None)
        megabytes = bytes_in(own) / 1024**2 if own else 0
        if megabytes > megabytes_of(self):
            logger.error(
                "%s has %d MB in its temporary folder and %d MB of ephemeral storage: on AWS it fails with ENOSPC",
                self.func_name, megabytes, megabytes_of(self),
            )
        return result

    return invoke_measured


def bytes_in(path: str) -> int:
    return sum(os.lstat(os.path.join(place, name)).st_size for place, _, names in os.walk(path) for name in names)
