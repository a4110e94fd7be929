"""Runs a command and ends whatever it leaves behind. Usage: reaper.py REPORT COMMAND...

Linux gives orphans to the nearest ancestor that asks for them (prctl(2), PR_SET_CHILD_SUBREAPER), so no descendant
gets away: not by another session, an empty environment or a second fork. SIGTERM is passed on; a command that has not
ended some time later is killed with everything else. REPORT gets {"left": [...], "stuck": [...]}: the names of those
that were still there when the command had ended by itself, and of those that could not be killed.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
GRACE_SECONDS = 20
# What is still going when a command has ended may need a moment to be gone.
LAST_SECONDS = 1.5
KILL_SECONDS = 10


def descendants():
    """Names of all processes below this one, by their number."""
    parents, names = {}, {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat", "rb") as file:
                stat = file.read()
        except OSError:
            continue
        # pid (name) state parent ...; the name may hold anything (proc(5)).
        name, rest = stat[stat.index(b"(") + 1 : stat.rindex(b")")], stat[stat.rindex(b")") + 2 :].split()
        if rest[0] != b"Z":
            parents[int(entry)] = int(rest[1])
            names[int(entry)] = name.decode("ascii", "replace")
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return {pid: names[pid] for pid in found - {os.getpid()}}


def reap():
    """Takes note of orphans that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
    except ChildProcessError:
        pass


def kill_all():
    for pid in descendants():
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def wait_until_none(seconds, between=lambda: None):
    """What is still there after so many seconds at most."""
    late = time.monotonic() + seconds
    while (alive := descendants()) and time.monotonic() < late:
        between()
        time.sleep(0.05)
        reap()
    return alive


def main(report, command):
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    child = None
    told = False

    def end(*_):
        nonlocal told
        told = True
        if child is not None:
            os.kill(child.pid, signal.SIGTERM)
        signal.alarm(GRACE_SECONDS)

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, end)
    signal.signal(signal.SIGALRM, lambda *_: kill_all())
    child = subprocess.Popen(command)
    if told:
        end()

    status = None
    while status is None:
        pid, ended = os.wait()
        if pid == child.pid:
            status = ended
    signal.alarm(0)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, signal.SIG_IGN)

    left = wait_until_none(LAST_SECONDS)
    stuck = wait_until_none(KILL_SECONDS, kill_all)
    with open(report, "w") as file:
        json.dump({"left": [] if told else sorted(left.values()), "stuck": sorted(stuck.values())}, file)
    code = os.waitstatus_to_exitcode(status)
    sys.exit(code if code >= 0 else 128 - code)


main(sys.argv[1], sys.argv[2:])
