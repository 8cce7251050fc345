"""Has the log of a call be whole: MiniStack takes what has come within milliseconds, and on a busy machine the rest came with the next call, or never.

A worker of Node.js or Python writes a mark to its log before each answer; what stands before the mark is of the call. In other languages a call ends,
as on AWS, when its process asks for the next event: what it has written by then is of the call.
"""

import fcntl
import queue
import struct
import termios
import time

MARK = "\x00end of log"
# Of a process that no longer writes: it was killed.
PATIENCE_SECONDS = 5
SCRIPTS = {
    "_NODEJS_WORKER_SCRIPT": (
        "const _realStdoutWrite = process.stdout.write.bind(process.stdout);",
        "const _plainStdoutWrite = process.stdout.write.bind(process.stdout);\n"
        'const _realStdoutWrite = (text) => { _stderrWrite("\\u0000end of log\\n"); return _plainStdoutWrite(text); };',
    ),
    "_PYTHON_WORKER_SCRIPT": (
        "_real_stdout.flush()",
        'sys.__stderr__.write("\\x00end of log\\n"); sys.__stderr__.flush(); _real_stdout.flush()',
    ),
}


def install(runtime) -> None:
    for script, (before, after) in SCRIPTS.items():
        text = getattr(runtime, script)
        if before not in text:
            raise RuntimeError(f"{script} of MiniStack is another one than that which is changed here")
        setattr(runtime, script, text.replace(before, after))
    to_next_event(runtime.ProvidedWorker)
    worker = runtime.Worker
    spawn = worker._spawn

    def spawn_marked(self):
        spawn(self)
        lines = read_to_mark(self)  # of the start; they belong to the first call
        with self._stderr_queue.mutex:
            self._stderr_queue.queue.extendleft(reversed(lines))

    worker._spawn = spawn_marked
    bounded = worker._drain_stderr_bounded
    worker._drain_stderr_bounded = lambda self, *args, **kwargs: (
        "\n".join(read_to_mark(self)) if type(self) is worker else bounded(self, *args, **kwargs)
    )


def read_to_mark(worker) -> list[str]:
    lines, waited = [], 0.0
    while waited < PATIENCE_SECONDS:
        try:
            line = worker._stderr_queue.get(timeout=0.05)
        except queue.Empty:
            if not worker._stderr_thread.is_alive() and worker._stderr_queue.empty():
                break  # it ended without a mark
            waited += 0.05
            continue
        if line.endswith(MARK):
            rest = line[: -len(MARK)]
            return [*lines, rest] if rest else lines
        lines.append(line)
    return lines


def to_next_event(worker) -> None:
    spawn, build, record, drain = worker._spawn, worker._build_handler_class, worker._record_result, worker._drain_stderr_bounded

    def spawn_counting(self, *args, **kwargs):
        self.asked = self.answered = 0
        spawn(self, *args, **kwargs)

    def build_counting(self, *args):
        class Counting(build(self, *args)):
            def do_GET(api):
                self.asked += 1
                super().do_GET()

        return Counting

    def record_counting(self, *args):
        self.answered += 1
        return record(self, *args)

    def drain_all(self, *args, **kwargs):
        end = time.monotonic() + PATIENCE_SECONDS
        while self.answered and time.monotonic() < end and (writes_on(self) or unread(self._proc)):
            time.sleep(0.001)
        return drain(self, *args, **kwargs)

    worker._spawn, worker._build_handler_class, worker._record_result = spawn_counting, build_counting, record_counting
    worker._drain_stderr_bounded = drain_all


def writes_on(worker) -> bool:
    """Whether it runs, and has not asked for the next event since its answer."""
    return worker.asked <= worker.answered and worker._proc is not None and worker._proc.poll() is None


def unread(process) -> int:
    """How many bytes of its output nobody has read."""
    try:
        return struct.unpack("i", fcntl.ioctl(process.stdout, termios.FIONREAD, struct.pack("i", 0)))[0]
    except (AttributeError, OSError, ValueError):
        return 0  # it has ended
