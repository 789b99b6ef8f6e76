# SPDX-License-Identifier: Apache-2.0
"""The exercise server lets nobody in who does not belong, whatever is sent to it."""
import os
import signal
import socket
import stat
import time

import server
from server import ROUTES


class Doors(server.Case):
    @classmethod
    def setUpClass(cls):
        cls.held = server.tempfile.mkdtemp(prefix="forestall-exercise-")
        cls.server = server.Server(journal=os.path.join(cls.held, "journal.jsonl"))

    @classmethod
    def tearDownClass(cls):
        server.Case.close(cls.server)
        server.shutil.rmtree(cls.held, True)

    def each(self, *who):
        for route in ROUTES:
            if not who or route["who"] in who:
                yield route["method"], route["path"], route

    def refused(self, status, answer, about):
        self.assertEqual(answer.status, status, (about, answer.body[:200]))
        error = answer.json
        self.assertEqual(set(error) & {"code", "text", "hint", "field"}, {"code", "text", "hint", "field"}, about)
        for name in ("content-security-policy", "x-content-type-options", "referrer-policy"):
            self.assertIn(name, answer.headers, about)

    def test_the_table_is_the_one_that_is_documented(self):
        with open(os.path.join(server.SOURCE, "docs", "exercise-server.md"), encoding="utf-8") as file:
            text = file.read()
        for method, path, route in self.each():
            if not path.startswith("/api"):
                continue
            row = next((line for line in text.splitlines() if line.startswith(f"| `{method} {path}` |")), None)
            self.assertIsNotNone(row, path)
            self.assertEqual(row.split("|")[2].strip(), route["who"], path)
            for field in route["fields"].split():
                self.assertTrue(field in row or path == "/api/orders" or path == "/api/override", (path, field))
        self.assertEqual(text.count("| `GET /api/") + text.count("| `POST /api/"), sum(r["path"].startswith("/api") for r in ROUTES))

    def test_without_a_token_nothing_is_told_or_done(self):
        wrong = "0" * 32
        for method, path, _ in self.each("player", "seat", "white", "released"):
            self.refused(401, self.server.ask(method, path), path)
            self.refused(401, self.server.ask(method, path, who="nobody"), path)
            self.refused(401, self.server.ask(method, path, who="white", Cookie=f"fs-white={wrong}"), path)
            self.refused(401, self.server.ask(method, path, who="white", Cookie=f"fs-white={self.server.tokens['seat-1']}"), path)
            self.refused(401, self.server.ask(method, path, who="seat-1", Cookie=f"fs-seat-1={self.server.tokens['seat-2']}"), path)
            self.refused(401, self.server.ask(method, path, who="white", Cookie=f"fs-white={self.server.tokens['white']}0"), path)

    def test_seats_may_not_do_what_the_white_cell_does_nor_speak_for_others(self):
        for method, path, _ in self.each("white", "released"):
            self.refused(403, self.server.ask(method, path, who="seat-2"), path)
        for method, path, route in self.each("player", "seat"):
            if "seat" not in route["fields"].split():
                continue
            if method == "GET":
                answer = self.server.get(path + "?seat=Media", "seat-1")
            else:
                answer = self.server.post(path, {"seat": "Media"}, "seat-1")
            self.refused(403, answer, path)
        self.assertEqual(self.server.get("/api/view?seat=Media", "white").status, 200)

    def test_foreign_hosts_are_refused(self):
        for method, path, route in self.each():
            who = None if route["who"] == "all" else "white"
            for host in ("evil.example", "127.0.0.1", f"evil.example:{self.server.port}", f"127.0.0.1:{self.server.port + 1}", ""):
                self.refused(421, self.server.ask(method, path, who=who, Host=host), (path, host))
            self.assertEqual(self.server.ask(method, path, who=who, Host=None).status, 421, path)

    def test_changes_come_from_its_own_page(self):
        for method, path, _ in self.each():
            if method != "POST":
                continue
            for origin in (None, "null", "http://evil.example", f"https://{self.server.host}", f"http://localhost:{self.server.port}"):
                self.refused(403, self.server.post(path, {}, "white", Origin=origin), (path, origin))
            for kind in (None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"):
                self.refused(415, self.server.post(path, {}, "white", Content_Type=kind), (path, kind))
            self.refused(411, self.server.post(path, b"", "white", Content_Length=None), path)
            self.refused(400, self.server.post(path, b"{", "white"), path)
            self.refused(400, self.server.post(path, b"[]", "white"), path)
            self.refused(400, self.server.post(path, b'"\xff"', "white"), path)
            time.sleep(0.4)  # changes of a player are counted by the second

    def test_a_wrong_method_is_told_the_right_ones(self):
        paths = {}
        for method, path, _ in self.each():
            paths.setdefault(path, set()).add(method)
        for path, methods in paths.items():
            for wrong in {"GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"} - methods:
                answer = self.server.ask(wrong, path, who="white")
                self.refused(405, answer, (wrong, path))
                self.assertEqual(set(answer.headers["allow"].split(", ")), methods)
        self.assertEqual(self.server.ask("HEAD", "/").status, 405)

    def test_no_path_leads_to_the_disk(self):
        for path in ("/..%2f..%2fetc/passwd", "/../../etc/passwd", "/lib/../../etc/passwd", "/%2e%2e/", "/lib/", "/lib", "/api", "/api/",
                     "//etc/passwd", "/journal.jsonl", "/.git/config", "/index.html%00", "/app.js.map", "/api/view/..", "/api//view"):
            self.refused(404, self.server.get(path, "white"), path)
        for target in ("http://127.0.0.1/", "*", "etc", "/a\0b", "/a b"):
            raw = self.server.raw("GET", "/x").replace(b"/x", target.encode(), 1)
            self.assertIn(self.server.send(raw).status, (400, 404), target)

    def test_what_is_too_large_is_refused(self):
        for path in ("/api/orders", "/api/join", "/api/note"):
            answer = self.server.post(path, {"text": "x" * 70_000}, "white")
            self.assertEqual((answer.status, answer.code), (413, "too_large"), path)
        for method, path, _ in self.each():
            answer = self.server.ask(method, path, who="white", Cookie="a=" + "x" * 9000)
            self.assertEqual(answer.status, 431, path)
        self.assertEqual(self.server.get("/" + "x" * 9000).status, 431)
        self.assertEqual(self.server.post("/api/note", b"[" * 60_000, "white").status, 400)
        self.assertEqual(self.server.post("/api/note", {"text": "x" * 4001}, "white").status, 400)

    def test_smuggled_and_broken_requests_are_refused(self):
        good = self.server.raw("POST", "/api/orders", {}, "white")
        head, _, _ = good.partition(b"\r\n\r\n")
        for more in (b"\r\nTransfer-Encoding: chunked", b"\r\nContent-Length: 3", b"\r\nContent-Length: -1", b"\r\nTransfer-Encoding: chunked, identity",
                     b"\r\nContent-Length: 9999999999999999999999", b"\r\n Folded: x\r\n\0: y"):
            answer = self.server.send(head + more + b"\r\n\r\n0\r\n\r\nGET /api/truth HTTP/1.1\r\n\r\n")
            self.assertIn(answer.status, (400, 411, 413), more)
            self.assertEqual(answer.headers["connection"], "close", more)
        chunked = self.server.raw("POST", "/api/orders", b"2\r\n{}\r\n0\r\n\r\n", "white", Content_Length=None, Transfer_Encoding="chunked")
        self.assertEqual(self.server.send(chunked).status, 411)
        for raw in (b"\0" * 200, b"\r\n" * 3000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 30,
                    b"GET / HTTP/1.1\r\nHost: " + self.server.host.encode() + b"\r\nHost: evil.example\r\n\r\n"):
            self.assertIn(self.server.send(raw).status, (0, 400, 408, 421, 431), raw[:40])
        self.assertEqual(self.server.get("/").status, 200)

    def test_the_slow_are_let_go(self):
        dripped = self.server.raw("POST", "/api/orders", {"id": "x" * 500}, "white")
        begun = time.monotonic()
        slow = [self.server.connect() for _ in range(3)]
        slow[0].sendall(dripped[:40])                    # a header that never ends
        slow[1].sendall(dripped[:dripped.index(b"\r\n\r\n") + 14])  # a body that never ends
        for connection, status in zip(slow, (408, 408, 0)):  # and nothing at all
            self.assertEqual(receive(connection).status, status)
            connection.close()
        self.assertLess(time.monotonic() - begun, 15)

    def test_who_says_no_more_is_answered(self):
        with self.server.connect() as connection:
            connection.sendall(self.server.raw("GET", "/api/view", None, "white", Connection=None))
            connection.shutdown(socket.SHUT_WR)
            self.assertEqual(receive(connection).status, 200)
            self.assertEqual(connection.recv(10), b"")

    def test_a_connection_takes_one_request_after_another(self):
        one = self.server.raw("GET", "/api/map", None, "white", Connection=None)
        with self.server.connect() as connection:
            for _ in range(3):
                connection.sendall(one)
                self.assertEqual(receive(connection).status, 200)
            connection.sendall(one + one)  # two at once
            both = b""
            while both.count(b"HTTP/1.1 200") < 2:
                both += connection.recv(1 << 20)

    def test_wrong_links_are_counted(self):
        other = self.serve(journal="links.jsonl")
        statuses = [other.post("/api/join", {"token": f"{k:032x}"}).status for k in range(8)]
        self.assertEqual(statuses, [401] * 5 + [429] * 3)
        self.assertEqual(other.join("seat-1").json["seat"], "Kestrane desk", "who has a link gets in")

    def test_changes_are_counted(self):
        other = self.serve(journal="many.jsonl")
        raw = other.raw("POST", "/api/note", {"text": "x"}, "seat-1")
        many = [other.connect() for _ in range(60)]
        for connection in many:
            connection.sendall(raw)
        statuses = [receive(connection).status for connection in many]
        for connection in many:
            connection.close()
        self.assertEqual(set(statuses), {200, 429})
        self.assertEqual(other.post("/api/note", {"text": "x"}, "seat-2").status, 200, "others are not held up")

    def test_the_page_is_kept_to_itself(self):
        page = self.server.get("/")
        self.assertEqual((page.status, page.headers["cache-control"]), (200, "no-store"))
        self.assertIn("default-src 'none'", page.headers["content-security-policy"])
        self.assertIn("frame-ancestors 'none'", page.headers["content-security-policy"])
        cookie = self.server.join("seat-3").headers["set-cookie"]
        self.assertRegex(cookie, r"^fs-seat-3=[0-9a-f]{32}; HttpOnly; SameSite=Strict; Path=/$")


class Life(server.Case):
    def test_three_hundred_connections_leave_others_alone(self):
        s = self.serve()
        idle = []
        for _ in range(300):
            try:
                idle.append(s.connect())
            except OSError:
                break
        self.assertEqual([s.get("/api/view", "white").status for _ in range(10)], [200] * 10)
        for connection in idle:
            connection.close()
        self.assertEqual(s.get("/").status, 200)

    def test_ends_when_it_is_told_to(self):
        for how in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            s = self.serve(journal=f"{how}.jsonl")
            s.join("seat-1")
            stream = s.stream("seat-1")
            code, said = s.end(how)
            self.assertEqual((code, said.strip()), (0, "the server has ended; started again with the same journal, it goes on from there"))
            stream.close()

    def test_a_restart_keeps_seats_turn_and_hash(self):
        s = self.serve()
        self.assertEqual(len(s.tokens), 6)
        s.join("seat-2")
        order = {"id": "a", "expects": s.expects(), "intervention": "envoy", "partner": "Union of the Western Shores",
                 "targets": ["Government of Orimand", "Heights Movement"]}
        self.assertEqual(s.post("/api/orders", order, "seat-2").status, 200)
        closed = s.post("/api/turn", {}, "white").json
        stamp = s.view("seat-2")
        tokens = s.tokens
        self.assertEqual(stat.S_IMODE(os.stat(self.path("journal.jsonl.seats")).st_mode), 0o600)
        with open(self.path("journal.jsonl.seats"), encoding="utf-8") as file:
            kept = file.read()
        with open(self.path("journal.jsonl"), encoding="utf-8") as file:
            kept += file.read()
        self.assertFalse(any(token in kept for token in tokens.values()))
        s.process.kill()
        s.process.wait()
        s = self.serve(port=s.port)
        self.assertEqual(s.about["links"], [])
        s.tokens = tokens
        self.assertEqual(s.view("seat-2")["seat_view"], stamp["seat_view"])
        self.assertEqual(s.view("white")["white"]["hash"], closed["hash"])
        self.assertEqual(self.replay()["hash"], closed["hash"])
        again = s.post("/api/orders", order, "seat-2").json
        self.assertTrue(again["repeated"])

    def test_one_program_writes_at_a_time_and_one_listens(self):
        s = self.serve()
        with self.assertRaisesRegex(RuntimeError, "another process writes to this journal"):
            server.Server(journal=self.path("journal.jsonl"))
        with self.assertRaisesRegex(RuntimeError, "(?s)74.*port"):
            server.Server(journal=self.path("other.jsonl"), port=s.port)
        self.assertFalse(os.path.exists(self.path("other.jsonl")))

    def test_a_full_disk_refuses_the_order_and_loses_nothing(self):
        import resource
        s = self.serve()
        s.end()
        size = os.path.getsize(self.path("journal.jsonl"))

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40, size + 40))

        tokens = s.tokens
        os.rename(self.path("journal.jsonl.seats"), self.path("kept"))
        with self.assertRaisesRegex(RuntimeError, "74"):
            server.Server(journal=self.path("journal.jsonl"), preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))))
        os.rename(self.path("kept"), self.path("journal.jsonl.seats"))
        s = self.serve(preexec_fn=limit)
        s.tokens = tokens
        order = {"id": "a", "expects": s.expects(), "intervention": "early_warning", "partner": "Foreign Ministry of Kestrane", "targets": []}
        answer = s.post("/api/orders", order, "seat-1")
        self.assertEqual((answer.status, answer.code), (507, "not_kept"))
        self.assertEqual(s.post("/api/turn", {}, "white").status, 507)
        self.assertEqual(s.view("white")["turn"], 1)
        self.assertEqual(os.path.getsize(self.path("journal.jsonl")), size)
        s.end()
        s = self.serve()
        s.tokens = tokens
        self.assertEqual(s.post("/api/orders", order, "seat-1").status, 200)

    def test_the_network_is_opened_only_when_asked(self):
        s = self.serve()
        addresses = [a[4][0] for a in socket.getaddrinfo(socket.gethostname(), s.port, socket.AF_INET, socket.SOCK_STREAM)]
        for address in addresses:
            if not address.startswith("127."):
                with self.assertRaises(OSError):
                    socket.create_connection((address, s.port), 2)
        for odd in ("0.0.0.0", "::", "evil.example", "999.1.1.1"):
            with self.assertRaisesRegex(RuntimeError, "did not start: 2"):
                server.Server("--lan", odd, journal=self.path(f"{len(odd)}{odd[0]}.jsonl"))
        t = self.serve("--lan", "127.0.0.2", journal="lan.jsonl")
        self.assertTrue(all(link["link"].startswith(f"http://127.0.0.{1 if link['as'] == 'white' else 2}:") for link in t.about["links"]))
        with socket.create_connection(("127.0.0.2", t.port), 5) as connection:
            connection.sendall(t.raw("GET", "/", Host=f"127.0.0.2:{t.port}"))
            self.assertEqual(receive(connection).status, 200)
        _, said = t.end()
        self.assertIn("not encrypted", said)

    def test_a_planner_has_everything_and_no_clock(self):
        s = self.serve("--plan")
        self.assertEqual(list(s.tokens), ["planner"])
        view = s.view("planner")
        self.assertEqual((view["me"]["seat"], view["me"]["white"], view["clock"]["minutes"]), ("Planner", True, 0))
        order = {"id": "a", "expects": s.expects("planner"), "intervention": "envoy", "partner": "Union of the Western Shores",
                 "targets": ["Government of Orimand", "Heights Movement"]}
        self.assertEqual(s.post("/api/orders", order, "planner").status, 200)
        self.assertEqual(s.post("/api/clock", {"do": "run"}, "planner").status, 422)
        self.assertEqual(s.post("/api/turn", {}, "planner").status, 200)
        option = s.get("/api/export/option", "planner")
        self.assertIn(b"t01-envoy-1", option.body)
        s.end()
        self.assertEqual(self.replay()["differences"], [])
        with self.assertRaisesRegex(RuntimeError, "planner"):
            server.Server(journal=self.path("journal.jsonl"))


def receive(connection):
    return server.receive(connection)


if __name__ == "__main__":
    server.main()
