"""Restores environments from a snapshot as SnapStart does: each is a copy of one process that has loaded the handler.

Usage: restored.py HANDLERS_FOLDER COPIES CALLS with|without. Writes what each copy answered, as a JSON list of lists.
"""

import json
import os
import sys

folder, copies, calls, hooks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "with"
sys.dont_write_bytecode = True
sys.path.insert(0, folder)

from handler import handler  # noqa: E402
from snapshot_restore_py import get_after_restore, get_before_snapshot  # noqa: E402


def run(registered: list) -> None:
    for function, args, kwargs in registered if hooks else []:
        function(*args, **kwargs)


run(list(reversed(get_before_snapshot())))
answers = []
for _ in range(copies):
    reading, writing = os.pipe()
    if os.fork() == 0:
        run(get_after_restore())
        os.write(writing, json.dumps([handler({}, None) for _ in range(calls)]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        answers.append(json.load(answer))
    os.wait()
print(json.dumps(answers))
