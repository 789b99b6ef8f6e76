# SPDX-License-Identifier: Apache-2.0
"""A headless Chromium that shows one page at a time. Speaks the DevTools protocol over two pipes (--remote-debugging-pipe):
no port, no driver program, no library."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = ("--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
         "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-sync",
         "--disable-component-update", "--hide-scrollbars", "--mute-audio", "--force-color-profile=srgb")


def program():
    """Path of Chromium, or None. FORESTALL_CHROMIUM names another."""
    return os.environ.get("FORESTALL_CHROMIUM") or shutil.which("chromium", path="/usr/bin:/usr/local/bin")


class Browser:
    """Use in a `with`. Raises RuntimeError with Chromium's own words, TimeoutError after `patience` seconds of silence."""

    def __init__(self, patience=60):
        self.patience = patience
        self.profile = tempfile.mkdtemp(prefix="forestall-browser-")
        to_read, self.write_end = os.pipe()
        self.read_end, to_write = os.pipe()
        # Chromium reads commands from descriptor 3 and writes to 4; root needs --no-sandbox.
        command = [program(), *FLAGS, f"--user-data-dir={self.profile}", *(["--no-sandbox"] if os.geteuid() == 0 else []), "about:blank"]
        moved = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        self.process = subprocess.Popen(["bash", "-c", moved, "bash", str(to_read), str(to_write), *command], pass_fds=(to_read, to_write),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer, self.last, self.events, self.session = b"", 0, [], None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Runtime.enable")
        self.ask("Log.enable")

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        os.close(self.write_end)
        os.close(self.read_end)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, True)

    def message(self, deadline):
        while b"\0" not in self.buffer:
            if not select.select([self.read_end], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TimeoutError("Chromium does not answer")
            more = os.read(self.read_end, 1 << 20)
            if not more:
                raise RuntimeError("Chromium has gone")
            self.buffer += more
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method, **parameters):
        self.last += 1
        command = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        text = json.dumps(command).encode() + b"\0"
        while text:
            text = text[os.write(self.write_end, text):]
        deadline = time.monotonic() + self.patience
        while True:
            said = self.message(deadline)
            if said.get("id") == self.last:
                if "error" in said:
                    raise RuntimeError(f"{method}: {said['error'].get('message')}")
                return said["result"]
            if "method" in said:
                self.events.append(said)

    def wait_for(self, method):
        deadline = time.monotonic() + self.patience
        while not any(e["method"] == method for e in self.events):
            self.events.append(self.message(deadline))

    def open(self, path, width=1440, height=900, javascript=True):
        """Shows a file; afterwards scripts are allowed again, so that tests can look at what is there."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.ask("Emulation.setScriptExecutionDisabled", value=not javascript)
        self.events.clear()
        self.ask("Page.navigate", url="file://" + os.path.abspath(path))
        self.wait_for("Page.loadEventFired")
        self.ask("Emulation.setScriptExecutionDisabled", value=False)

    def run(self, script):
        """Value of an expression in the page; promises are waited for."""
        done = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in done:
            raise RuntimeError(done["exceptionDetails"].get("exception", {}).get("description", str(done["exceptionDetails"])))
        return done["result"].get("value")

    def complaints(self):
        """Errors of the page's own scripts and of its content security policy since it was opened."""
        self.run("1")
        out = [e["params"]["exceptionDetails"].get("exception", {}).get("description", "exception")
               for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return out + [e["params"]["entry"]["text"] for e in self.events
                      if e["method"] == "Log.entryAdded" and e["params"]["entry"]["level"] == "error"]

    def picture(self, file, whole=True):
        done = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole, **({"clip": self.extent()} if whole else {}))
        with open(file, "wb") as out:
            out.write(base64.b64decode(done["data"]))

    def extent(self):
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}

    def print_to(self, file):
        done = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        with open(file, "wb") as out:
            out.write(base64.b64decode(done["data"]))
