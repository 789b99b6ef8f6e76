# SPDX-License-Identifier: Apache-2.0
"""Whole games by the server: everything that the white cell and seats do, killed at any moment, and what seats are never told."""
import itertools
import json
import os
import random
import re
import shutil
import threading
import time

import server

ENVOY = {"intervention": "envoy", "partner": "Union of the Western Shores", "targets": ["Government of Orimand", "Heights Movement"]}
MARK = "xyzzy-truth"


def order(s, of, who, **more):
    body = {"id": more.pop("id"), "expects": s.expects(), **of, **more}
    return s.post("/api/orders", body, who)


class Game(server.Case):
    def test_a_game_is_played_to_its_review(self):
        s = self.serve()
        for who in ("white", "seat-1", "seat-2"):
            s.join(who)
        view = s.view("seat-2")
        self.assertEqual((view["turn"], view["turns"], view["me"]["seat"]), (1, 12, "Envoy"))
        self.assertEqual([t["joined"] for t in view["team"]], [True, True, True, False, False, False])
        self.assertTrue(view["seat_view"]["messages"], "injects that come by themselves")
        taken = order(s, ENVOY, "seat-2", id="one")
        self.assertEqual((taken.status, taken.json["action"]), (200, "t01-envoy-1"))
        dear = order(s, ENVOY, "seat-2", id="two", scale=900)
        self.assertEqual(dear.status, 422)
        self.assertIn(dear.json["code"], ("money", "staff"))
        self.assertGreater(dear.json["short_by"], 0)
        self.assertEqual(order(s, ENVOY, "seat-1", id="three").json["code"], "not_your_partner")
        stale = s.post("/api/orders", {"id": "four", "expects": {"branch": "b1", "turn": 9}, **ENVOY}, "seat-2")
        self.assertEqual((stale.status, stale.json["code"]), (409, "stale_turn"))
        self.assertEqual(s.post("/api/override", {"do": "accept", "id": "two", "note": "paid"}, "white").status, 200)
        self.assertEqual([o["override"] for o in s.view("seat-2")["seat_view"]["orders"]][-1], {"do": "accept", "note": "paid"})
        for who, closed in (("seat-1", False), ("seat-2", True)):
            answer = s.post("/api/ready", {"ready": True, "expects": s.expects()}, who).json
            self.assertEqual(answer, {"ready": True, "closed": closed})
        self.assertEqual(s.view("seat-1")["turn"], 2)
        for number in [p["number"] for p in s.view("white")["white"]["proposals"]]:
            self.assertEqual(s.post("/api/inject", {"number": number, "do": "fire"}, "white").status, 200)
        s.post("/api/bookmark", {"text": "before"}, "white")
        for _ in range(3):
            answer = s.post("/api/turn", {"expects": s.expects()}, "white")
            self.assertEqual(answer.status, 200)
            self.assertLess(answer.json["seconds"], 10)
        reports = s.view("seat-2")["seat_view"]["inbox"]
        self.assertTrue(reports)
        self.assertEqual(s.post("/api/note", {"text": "see", "to": ["Media"], "report": 1}, "seat-2").status, 200)
        shared = s.view("seat-5")["seat_view"]["notes"][-1]
        self.assertEqual((shared["from"], shared["report"]["text"]), ("Envoy", reports[0]["text"]))
        before = s.view("seat-2")["seat_view"]
        self.assertEqual(s.post("/api/rewind", {"bookmark": "before"}, "white").json, {"branch": "b2", "turn": 2})
        self.assertEqual(s.post("/api/branch", {"to": "b1"}, "white").json, {"branch": "b1", "turn": 5})
        after = s.view("seat-2")["seat_view"]
        self.assertEqual([after[k] for k in ("inbox", "indicators", "situation")], [before[k] for k in ("inbox", "indicators", "situation")])
        self.assertEqual(s.get("/api/aar", "seat-2").json["code"], "not_released")
        self.assertEqual(s.post("/api/aar", {"members": 20}, "white").json["state"], "running")
        for _ in range(600):
            found = s.get("/api/aar", "white").json
            if found["state"] != "running":
                break
            time.sleep(0.2)
        self.assertEqual(found["state"], "done", found["text"])
        self.assertTrue(found["result"]["sentences"])
        s.post("/api/release", {"released": True}, "white")
        self.assertEqual(s.get("/api/aar", "seat-2").status, 200)
        self.assertIn(b"default-src 'none'", s.get("/api/export/report", "seat-2").body)
        self.assertEqual(s.get("/api/export/journal", "seat-2").status, 403)
        journal = s.get("/api/export/journal", "white").body
        self.assertEqual(s.end()[0], 0)
        with open(self.path("journal.jsonl"), "rb") as file:
            self.assertEqual(file.read(), journal)
        replayed = self.replay()
        self.assertEqual(replayed["differences"], [])
        self.assertEqual([b["name"] for b in replayed["branches"]], ["b1", "b2"])

    def test_the_clock_closes_the_turn(self):
        short = shutil.copytree(server.ORIMAND, self.path("short"))
        with open(os.path.join(short, "exercise.toml"), "r+", encoding="utf-8") as file:
            text = file.read().replace("minutes = 15", "minutes = 1")
            file.seek(0)
            file.write(text)
            file.truncate()
        s = self.serve(scenario=short)
        clock = s.post("/api/clock", {"do": "run"}, "white").json
        self.assertTrue(clock["running"])
        self.assertEqual(s.post("/api/clock", {"do": "pause"}, "white").json["running"], False)
        left = s.post("/api/clock", {"do": "extend", "minutes": 2}, "white").json["left"]
        self.assertGreater(left, 120)
        s.post("/api/rewind", {"to": 1}, "white")
        s.post("/api/clock", {"do": "run"}, "white")
        for _ in range(900):
            if s.view("white")["turn"] == 2:
                break
            time.sleep(0.5)
        self.assertEqual(s.view("white")["turn"], 2)
        self.assertTrue(s.view("white")["clock"]["running"])

    def test_pages_are_told_what_changed(self):
        s = self.serve()
        s.join("seat-2")
        stream = s.stream("seat-2")
        told = b""

        def until(word):
            nonlocal told
            while word not in told:
                more = stream.recv(65536)
                self.assertTrue(more, told)
                told += more

        until(b"event: hello")
        self.assertIn(b"text/event-stream", told)
        until(b"event: team")
        self.assertTrue(next(t for t in s.view("white")["team"] if t["as"] == "seat-2")["here"])
        s.post("/api/turn", {}, "white")
        until(b"event: turn")
        last = re.findall(rb"id: (\S+)", told)[-1].decode()
        stream.close()
        s.post("/api/note", {"text": "to all", "to": ["all"]}, "white")
        stream, told = s.stream("seat-2", last), b""
        until(b"event: inbox")
        link = s.post("/api/handover", {"player": "seat-2"}, "white").json["link"]
        until(b"event: out")
        self.assertEqual(s.get("/api/view", "seat-2").status, 401)
        s.tokens["seat-2"] = link.split("#join=")[1]
        s.join("seat-2")
        self.assertEqual(s.view("seat-2")["me"]["seat"], "Envoy")
        tag = s.get("/api/view", "seat-2").headers["etag"]
        self.assertEqual(s.get("/api/view", "seat-2", If_None_Match=tag).status, 304)


PATIENCE = int(os.environ.get("FORESTALL_PATIENCE", "1"))  # times which a program may be slower: under sanitizers


class Killed(server.Case):
    def test_at_any_moment_nothing_acknowledged_is_lost(self):
        chance = random.Random(14)
        port, tokens = 0, None
        acknowledged, turns = [], 0
        for k in range(20):
            s = self.serve(port=port)
            port = s.port
            tokens = tokens or s.tokens
            s.tokens = tokens
            killer = threading.Timer(PATIENCE * chance.uniform(0.005, 0.4), s.process.kill)
            killer.start()
            try:
                for n in itertools.count():
                    body = {"id": f"{k}-{n}", "expects": s.expects(), **ENVOY, "scale": 0.001}
                    answer = s.post("/api/orders", body, "seat-2")
                    if answer.status == 200:
                        acknowledged.append(answer.json["action"])
                    if n % 3 == 2 and s.post("/api/turn", {}, "white").status == 200:
                        turns += 1
                    if s.view("white")["turn"] > 10:
                        s.post("/api/rewind", {"to": 1}, "white")
            except (OSError, AssertionError, ValueError):
                pass
            killer.join()
            s.process.wait()
        self.assertTrue(acknowledged)
        self.assertTrue(turns)
        with open(self.path("journal.jsonl"), encoding="utf-8") as file:
            records = [json.loads(line) for line in file if line.endswith("\n")]
        taken = [r["body"]["answer"]["action"] for r in records if r["kind"] == "order" and r["body"]["answer"]["verdict"] == "accepted"]
        here = iter(taken)
        self.assertTrue(all(action in here for action in acknowledged), "in the journal, in order")
        self.assertGreaterEqual(sum(r["kind"] == "turn" for r in records), turns)
        s = self.serve(port=port)
        s.tokens = tokens
        live = s.view("white")["white"]["hash"]
        s.end()
        replayed = self.replay()
        self.assertEqual(replayed["differences"], [])
        self.assertEqual(replayed["hash"] if live else "", live)


def whole_numbers(text):
    """Of a text: 12345 and 12345.0 are one."""
    return {str(int(float(n))) for n in re.findall(r"\d+(?:\.\d+)?", text) if len(n) < 16 and float(n).is_integer()}


class Truth(server.Case):
    """A game on a country a hundred times as large, so that true counts are above 10,000 and all differ."""

    def country(self):
        large = shutil.copytree(server.ORIMAND, self.path("large"))
        with open(os.path.join(large, "populations.csv"), "r+", encoding="utf-8") as file:
            lines = file.read().splitlines()
            head = next(i for i, line in enumerate(lines) if not line.startswith("#"))
            names = lines[head].split(",")
            for i, line in enumerate(lines[head + 1:], head + 1):
                cells = line.split(",")
                for name in ("persons", "low", "high"):
                    if name in names and cells[names.index(name)]:
                        cells[names.index(name)] = str(int(cells[names.index(name)]) * 20 + 7)
                lines[i] = ",".join(cells)
            file.seek(0)
            file.write("\n".join(lines) + "\n")
            file.truncate()
        with open(os.path.join(large, "msel.csv"), "a", encoding="utf-8") as file:
            file.write(f"990,{MARK} title,ready,turn 1,,{MARK} from,White cell,message,{MARK} text,,,,,{MARK} expected,,{MARK} note,no,,,\n")
        return large

    def test_never_leaves(self):
        s = self.serve(scenario=self.country())
        seats = [who for who in s.tokens if who != "white"]
        sent, truths, streams = [], set(), []
        for who in seats:
            s.join(who)
            streams.append(s.stream(who))

        def look():
            for who in seats:
                for path in ("/api/view", "/api/brief", "/api/map", "/api/cards", "/api/truth", "/api/aar", "/api/export/journal",
                             "/api/export/msel", "/api/export/option", "/api/export/report", "/api/view?seat=White%20cell"):
                    sent.append(s.get(path, who).body)
                sent.append(order(s, ENVOY, who, id=f"{who}-{len(sent)}").body)
                sent.append(s.post("/api/note", {"text": "we ask", "to": ["all"]}, who).body)

        while not s.view("white")["over"]:
            look()
            self.assertEqual(s.post("/api/turn", {}, "white").status, 200)
            truth = s.get("/api/truth", "white").json
            for turn in truth["turns"]:
                truths.update(str(int(turn[k])) for k in ("civilians_killed", "fighters_killed", "displaced"))
            truths.update(str(int(p["sheltered"])) for p in truth["places"])
            truths.update(str(e["dead"]) for e in truth["events"])
            truths.update(str(int(f["people"])) for f in truth["flows"])
        look()
        s.post("/api/aar", {"members": 4}, "white")
        look()
        s.post("/api/aar/stop", {}, "white")
        for stream in streams:
            stream.settimeout(0.5)
            try:
                while more := stream.recv(1 << 20):
                    sent.append(more)
            except OSError:
                pass
        everything = b"\n".join(sent).decode()
        truths = {t for t in truths if len(t) > 4 and not t.endswith("00")}  # round numbers are not told from what is rounded
        self.assertGreater(len(truths), 100, "there is something to find")
        self.assertGreater(len(everything), 5_000_000)
        self.assertNotIn(MARK, everything)
        self.assertEqual(truths & whole_numbers(everything), set())
        told = s.get("/api/view", "white").body.decode() + s.get("/api/truth", "white").body.decode()
        self.assertIn(MARK, told, "the white cell is told")
        self.assertTrue(truths & whole_numbers(told), "and so is what is looked for")


if __name__ == "__main__":
    server.main()
