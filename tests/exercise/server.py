# SPDX-License-Identifier: Apache-2.0
"""Starts the exercise server for the tests beside this file, and speaks to it by bare sockets."""
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("FORESTALL_SOURCE", os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")))
PROGRAM = os.environ.get("FORESTALL", os.path.join(SOURCE, "build", "forestall"))
ORIMAND = os.path.join(SOURCE, "scenarios", "orimand")
ROUTES = json.loads(subprocess.run([PROGRAM, "exercise", "--routes", "--json"], capture_output=True, check=True).stdout)["routes"]


class Answer:
    """Status, headers (small letters) and body of a response; status 0 where the connection ended without one."""

    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if lines[0].startswith("HTTP/1.1 ") else 0
        self.headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json.get("code") if self.body else None


def whole(raw):
    """Whether a response is all there."""
    head, mark, body = raw.partition(b"\r\n\r\n")
    if not mark:
        return False
    length = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    return bool(length) and len(body) >= int(length[0])


def receive(connection):
    raw = b""
    try:
        while not whole(raw):
            more = connection.recv(65536)
            if not more:
                break
            raw += more
    except ConnectionError:
        pass
    return Answer(raw)


class Server:
    """A server of a session, and its players' links."""

    def __init__(self, *more, scenario=ORIMAND, journal, port=0, **popen):
        command = [PROGRAM, "exercise", scenario, "--port", str(port), "--journal", journal, "--json", *map(str, more)]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **popen)
        said = ""
        self.about = None
        self.streams = []
        for line in self.process.stdout:
            said += line
            if line.rstrip() == "}":
                self.about = json.loads(said)
                break
        if "port" not in (self.about or {}):
            more, errors = self.process.communicate(timeout=60)
            raise RuntimeError(f"the server did not start: {self.process.returncode} {said}{more} {errors}")
        self.port = self.about["port"]
        self.host = f"127.0.0.1:{self.port}"
        self.tokens = {link["as"]: link["link"].split("#join=")[1] for link in self.about["links"]}

    def connect(self, timeout=20):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def send(self, raw, timeout=20):
        """What is answered to bytes."""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(raw)
            except ConnectionError:
                pass
            return receive(connection)

    def raw(self, method, path, body=None, who=None, **fields):
        """A request as the page sends it; `fields` replace or (None) remove its header fields."""
        at = path
        if who is not None:
            at += ("&" if "?" in path else "?") + f"as={who}"
        header = {"Host": self.host, "Connection": "close"}
        if who is not None and who in self.tokens:
            header["Cookie"] = f"fs-{who}={self.tokens[who]}"
        if method == "POST":
            header.update({"Origin": f"http://{self.host}", "Content-Type": "application/json"})
        bytes_ = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        if body is not None or method == "POST":
            header["Content-Length"] = str(len(bytes_))
        header.update({k.replace("_", "-"): v for k, v in fields.items()})
        lines = [f"{method} {at} HTTP/1.1"] + [f"{k}: {v}" for k, v in header.items() if v is not None]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + bytes_

    def ask(self, method, path, body=None, who=None, **fields):
        return self.send(self.raw(method, path, body, who, **fields))

    def get(self, path, who=None, **fields):
        return self.ask("GET", path, None, who, **fields)

    def post(self, path, body=None, who=None, **fields):
        return self.ask("POST", path, {} if body is None else body, who, **fields)

    def view(self, who, seat=None):
        answer = self.get("/api/view" + (f"?seat={seat.replace(' ', '%20')}" if seat else ""), who)
        assert answer.status == 200, answer.body
        return answer.json

    def expects(self, who="white"):
        view = self.view(who)
        return {"branch": view["branch"], "turn": view["turn"]}

    def join(self, who):
        answer = self.post("/api/join", {"token": self.tokens[who]})
        assert answer.status == 200, answer.body
        return answer

    def stream(self, who, last=None):
        """An open stream of events."""
        connection = self.connect()
        connection.sendall(self.raw("GET", "/api/events", None, who, Connection=None, **({"Last-Event-ID": last} if last else {})))
        self.streams.append(connection)
        return connection

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def end(self, how=signal.SIGTERM):
        """Exit code and what it said."""
        self.process.send_signal(how)
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said


class Case(unittest.TestCase):
    """A test with a folder of its own, whose servers end with it."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="forestall-exercise-")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def serve(self, *more, journal="journal.jsonl", **how):
        out = Server(*more, journal=self.path(journal), **how)
        self.addCleanup(self.close, out)
        return out

    @staticmethod
    def close(server):
        for stream in server.streams:
            stream.close()
        if server.process.poll() is None:
            server.process.kill()
        server.process.communicate(timeout=60)

    def replay(self, journal="journal.jsonl", *more):
        done = subprocess.run([PROGRAM, "exercise", "--replay", self.path(journal), "--json", *more], capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)


def main():
    unittest.main(verbosity=2)
