"""A visitor without a browser: one connection, cookies, forms, and the time each answer took."""

import asyncio
import html
import re
import time
import urllib.parse


class Refused(Exception):
    """An answer that no visitor should get."""


class Answer:
    def __init__(self, status, headers, body, milliseconds):
        self.status, self.headers, self.body, self.milliseconds = status, headers, body, milliseconds

    @property
    def text(self):
        return self.body.decode("utf-8")

    def field(self, name):
        """What a hidden or visible field of the page holds."""
        for tag in re.findall(r"<input[^>]*>", self.text):
            if f'name="{name}"' in tag:
                value = re.search(r'value="([^"]*)"', tag)
                return html.unescape(value[1]) if value else ""
        return None


class Visitor:
    def __init__(self, port):
        self.port, self.cookies, self.times = port, {}, []
        self.reader = self.writer = None

    async def request(self, method, path, body=b"", kind="application/x-www-form-urlencoded"):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 22)
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        if self.cookies:
            head += "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()) + "\r\n"
        if method == "POST":
            head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        start = time.perf_counter()
        self.writer.write(head.encode() + b"\r\n" + body)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(lines[0].split()[1])
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(": ")
            name = name.lower()
            headers[name] = value
            if name == "set-cookie":
                cookie, _, rest = value.partition(";")
                key, _, content = cookie.partition("=")
                self.cookies[key] = content
                if "max-age=0" in rest.lower():
                    del self.cookies[key]
        if headers.get("transfer-encoding") == "chunked":
            content = b""
            while size := int(await self.reader.readline(), 16):
                content += (await self.reader.readexactly(size + 2))[:-2]
            await self.reader.readline()
        else:
            content = await self.reader.readexactly(int(headers.get("content-length", 0)))
        answer = Answer(status, headers, content, (time.perf_counter() - start) * 1000)
        self.times.append(answer.milliseconds)
        return answer

    async def get(self, path):
        answer = await self.request("GET", path)
        if answer.status != 200:
            raise Refused(f"GET {path}: {answer.status}")
        return answer

    async def send(self, page, path, fields):
        """Sends a form of a page as a browser would; the answer must be a way on."""
        form = {"form-token": page.field("form-token"), "revision": page.field("revision") or "0", **fields}
        answer = await self.request("POST", path, urllib.parse.urlencode(form).encode())
        if answer.status != 303:
            raise Refused(f"POST {path}: {answer.status}")
        return answer

    async def upload(self, page, path, name, content):
        edge = "edge-of-a-part"
        fields = {"form-token": page.field("form-token"), "revision": page.field("revision") or "0"}
        body = b"".join(f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                        for key, value in fields.items())
        body += (f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
                 "Content-Type: text/csv\r\n\r\n").encode() + content + f"\r\n--{edge}--\r\n".encode()
        answer = await self.request("POST", path, body, f"multipart/form-data; boundary={edge}")
        if answer.status != 303:
            raise Refused(f"POST {path}: {answer.status}")
        return answer

    def close(self):
        if self.writer:
            self.writer.close()
            self.writer = None
