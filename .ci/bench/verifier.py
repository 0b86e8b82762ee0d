#!/usr/bin/env python3
"""Makes ledger bundles to try the offline verifier on. Hashing, trees and notes are written anew here, from the RFCs.

  .ci/bench/verifier.py FOLDER --size 1000000         FOLDER/bundle.zip, and beside it key.txt, witness.txt, receipts.txt
                                                      and kept.txt (a checkpoint that somebody kept)
      --checkpoints 10,20,30 | --dense                sizes of the older checkpoints; dense: every size
      --rotate 40 --restore 60                        entries that change the key, the latter as after a restore
      --withhold 7                                    every 7th body is withheld
      --alarm 12                                      this body was altered before the log took it in
      --stored                                        a zip without compression

Then:
  V=src/main/resources/META-INF/resources/docs/Verifier.java
  time java -Xmx512m $V FOLDER/bundle.zip --key "$(cat FOLDER/key.txt)" --witness "$(cat FOLDER/witness.txt)" \\
      --checkpoint FOLDER/kept.txt --receipt FOLDER/receipts.txt
  .ci/bench/verifier.py --damage 100000               flips bits and edits rows of small bundles: see Damage.java
  .ci/bench/verifier.py --test                        sizes, key changes, alarms, broken files: the exit code of each

Needs openssl, for Ed25519.
"""
import argparse, base64, datetime, hashlib, json, os, random, subprocess, sys, tempfile, uuid, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
VERIFIER = os.path.join(HERE, "../../src/main/resources/META-INF/resources/docs/Verifier.java")
LINES = 65536
START = datetime.datetime(2026, 1, 1)


def sha(data):
    return hashlib.sha256(data).digest()


class Frontier:
    """The roots of a growing RFC 6962 tree: its full subtrees, from left to right."""

    def __init__(self):
        self.size, self.full = 0, []

    def add(self, leaf):
        self.size += 1
        self.full.append(leaf)
        for _ in range((self.size & -self.size).bit_length() - 1):
            right, left = self.full.pop(), self.full.pop()
            self.full.append(sha(b"\x01" + left + right))

    def root(self):
        if not self.full:
            return sha(b"")
        root = self.full[-1]
        for left in reversed(self.full[:-1]):
            root = sha(b"\x01" + left + root)
        return root


def recursive_root(leaves):
    """The definition in RFC 6962, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\x01" + recursive_root(leaves[:k]) + recursive_root(leaves[k:]))


def key_id(name, typed):
    return sha(name.encode() + b"\n" + typed)[:4]


def vkey(name, typed):
    return f"{name}+{key_id(name, typed).hex()}+{base64.b64encode(typed).decode()}"


class Key:
    def __init__(self, folder, name, kind=1):
        self.name, self.kind, self.pem = name, kind, os.path.join(folder, uuid.uuid4().hex + ".pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", self.pem], check=True, stderr=subprocess.DEVNULL)
        der = subprocess.run(["openssl", "pkey", "-in", self.pem, "-pubout", "-outform", "DER"], check=True, capture_output=True).stdout
        typed = bytes([kind]) + der[-32:]
        self.id, self.text = key_id(name, typed), vkey(name, typed)

    def sign(self, message):
        with tempfile.NamedTemporaryFile() as file:
            file.write(message)
            file.flush()
            return subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", self.pem, "-in", file.name],
                                  check=True, capture_output=True).stdout

    def line(self, text, time=1764032523):
        if self.kind == 1:
            signature = self.sign(text.encode())
        else:
            signature = time.to_bytes(8, "big") + self.sign(f"cosignature/v1\ntime {time}\n{text}".encode())
        return f"\u2014 {self.name} {base64.b64encode(self.id + signature).decode()}\n"


def note(text, *keys):
    return text + "\n" + "".join(key.line(text) for key in keys)


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Bundle:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.random = random.Random(options.seed)
        self.keys = [Key(folder, "ledger.example.gov.cn/minsheng")]
        self.witness = Key(folder, "npc.example.gov.cn/witness", 4)
        self.tree, self.streams, self.recent, self.checkpoints, self.receipts = Frontier(), {}, {}, [], []
        if options.dense:
            self.sizes = set(range(options.size))
        else:
            self.sizes = {int(size) for size in options.checkpoints.split(",") if size}
        self.kept = max((size for size in self.sizes if size < options.size), default=0)

    def uuid(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def checkpoint(self):
        text = f"{self.keys[-1].name}\n{self.tree.size}\n{base64.b64encode(self.tree.root()).decode()}\n"
        return note(text, self.keys[-1], self.witness)

    def event(self, index):
        """(stream, body) of the next event; its stream is an old or a new one."""
        state, action = {"note": "扶养基金 " + self.random.randbytes(260).hex(), "value": index}, "progress.approved"
        if index in (self.options.rotate, self.options.restore):
            restored = index == self.options.restore
            old = self.keys[-1]
            new = Key(self.folder, old.name + ("/restored" if restored else ""))
            signed = f"minsheng-ledger/rotation/v1\n{old.text}\n{new.text}\n"
            state = {"new": new.text, "old": old.text, "signature": base64.b64encode(old.sign(signed.encode())).decode()}
            kind, action = "ledger-key", "ledger.restored" if restored else "ledger.key-rotated"
            self.keys.append(new)
        else:
            kind = self.random.choice(("progress-entry",) * 8 + ("security", "indicator"))
        recent = self.recent.setdefault(kind, [])
        if recent and self.random.random() < 0.8:
            stream = self.random.choice(recent)
        else:
            stream = f"{kind}/{self.uuid()}"
            self.streams[stream] = [0, None, 0]
            recent.append(stream)
            del recent[:-1000]
        version = self.streams[stream][2] = self.streams[stream][2] + self.random.randint(1, 3)
        subject = {"id": stream.split("/")[1] if kind != "security" else self.uuid(), "type": kind, "version": version}
        actor = {"account": self.uuid(), "name": {"sha256": self.random.randbytes(32).hex()}}
        return stream, canonical({"action": action, "actor": actor, "at": "2026-11-25T01:02:03Z", "format": 2,
                                  "reason": {"sha256": self.random.randbytes(32).hex()}, "state": state, "subject": subject,
                                  "where": {"request": self.uuid()}})

    def rows(self):
        options = self.options
        for index in range(options.size):
            if index in self.sizes:
                self.checkpoints.append(self.checkpoint())
            key = self.keys[-1]
            stream, body = self.event(index)
            seen = self.streams[stream]
            at = START + datetime.timedelta(seconds=index)
            entry = {"at": at.isoformat() + ("Z", ".123Z", ".123456Z")[index % 3],
                     "body": sha(body.encode()).hex(), "event": self.uuid(), "seq": seen[0] + 1, "stream": stream, "suite": "SHA-256"}
            if index == options.alarm:
                body = body.replace("approved", "disproved")
                entry["found"] = sha(body.encode()).hex()
            if seen[1]:
                entry["previous"] = seen[1].hex()
            line = canonical(entry)
            seen[0], seen[1] = seen[0] + 1, sha(b"\x00" + line.encode())
            self.tree.add(seen[1])
            if len(self.receipts) < 2:
                self.receipts.append(note(f"minsheng-ledger/receipt/v1\n{key.name}\n{entry['event']}\n{stream}\n{entry['body']}\n"
                                          "2026-11-25T01:02:03.123456789Z\n", key))
            withheld = options.withhold and index % options.withhold == 0 and not stream.startswith("ledger-key/")
            yield line + "\n", "\n" if withheld else body + "\n"

    def write(self):
        entries, bodies = [], []
        with zipfile.ZipFile(os.path.join(self.folder, "bundle.zip"), "w",
                             zipfile.ZIP_STORED if self.options.stored else zipfile.ZIP_DEFLATED) as file:
            def flush():
                number = (self.tree.size - 1) // LINES
                file.writestr(f"entries/{number:06}.jsonl", "".join(entries))
                file.writestr(f"bodies/{number:06}.jsonl", "".join(bodies))
                entries.clear(), bodies.clear()

            for line, body in self.rows():
                entries.append(line), bodies.append(body)
                if len(entries) == LINES:
                    flush()
            if entries:
                flush()
            newest = self.checkpoint()
            if self.tree.size in self.sizes:
                self.checkpoints.append(newest)
            keys = [key.text for key in self.keys] + [vkey("ledger.example.gov.cn/sm2", b"\xffminsheng/sm2-sm3\n" + bytes(64))]
            file.writestr("keys.txt", "# keys in the order of use\n" + "\n".join(keys) + "\n")
            file.writestr("checkpoint", newest)
            file.writestr("checkpoints.txt", "\n".join(self.checkpoints))
            file.write(VERIFIER, "Verifier.java")
            file.writestr("README.txt", "see Verifier.java\n")
        self.beside("key.txt", self.keys[0].text)
        self.beside("witness.txt", self.witness.text)
        self.beside("receipts.txt", "\n".join(self.receipts))
        kept = [text for text in self.checkpoints if text.split("\n")[1] == str(self.kept)]
        self.beside("kept.txt", kept[0] if kept else newest)

    def beside(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def make(folder, *arguments):
    os.makedirs(folder, exist_ok=True)
    Bundle(parser().parse_args(arguments), folder).write()


def run(folder, *more, java=("java", VERIFIER)):
    def beside(name):
        return os.path.join(folder, name)

    command = [*java, beside("bundle.zip"), "--key", open(beside("key.txt")).read(), "--witness", open(beside("witness.txt")).read(),
               "--checkpoint", beside("kept.txt"), *more]
    if os.path.getsize(beside("receipts.txt")):
        command += ["--receipt", beside("receipts.txt")]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def cut(path, size):
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    for name in ("entries/000000.jsonl", "bodies/000000.jsonl"):
        members[name] = b"".join(members[name].splitlines(keepends=True)[:size])
    notes = members["checkpoints.txt"].decode().replace("=\n\nledger", "=\n\0ledger").split("\0")
    members["checkpoints.txt"] = "".join(notes[:size]).encode()
    members["checkpoint"] = notes[size].encode().rstrip(b"\n") + b"\n"
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)


def compiled(folder):
    """The verifier and Damage.java as classes, for many quick runs."""
    subprocess.run(["javac", "-encoding", "UTF-8", "-d", folder, VERIFIER, os.path.join(HERE, "Damage.java")], check=True)


def test(folder):
    compiled(folder)
    java = ("java", "-Xmx512m", "-cp", folder, "Verifier")
    failed = passed = 0

    def expect(code, line, *arguments, more=()):
        nonlocal failed, passed
        make(os.path.join(folder, "case"), "--stored", *arguments)
        got, output = run(os.path.join(folder, "case"), *more, java=java)
        good = got == code and any(text.startswith(line) for text in output.splitlines()) and "\tat " not in output
        passed, failed = passed + good, failed + (not good)
        print("ok  " if good else "FAIL", " ".join(arguments), *more, "->", output.splitlines()[-1], flush=True)

    for size in (0, 1, 2, 3, 7, 8, 255, 256, 257, 65535, 65536, 65537):
        expect(0, "OK", "--size", str(size), "--checkpoints", f"0,1,{size // 2},{size}")
    expect(0, "notice: the log changed its key at index 40", "--size", "99", "--rotate", "40", "--dense")
    expect(0, "notice: the log was restored from a backup at index 60", "--size", "99", "--restore", "60", "--dense")
    expect(0, "OK", "--size", "99", "--rotate", "0", "--restore", "98", "--dense")
    expect(0, "notice: signatures of key ledger.example.gov.cn/sm2 (SM2)", "--size", "9")
    expect(0, "副署 cosignatures: npc.example.gov.cn/witness: 4", "--size", "50", "--checkpoints", "10,20")
    expect(0, "正文 bodies: 84 已核 checked, 15 未提供 withheld", "--size", "99", "--withhold", "7", "--seed", "1")
    expect(1, "BAD index 0: the body is withheld", "--size", "99", "--withhold", "7", more=("--require-bodies",))
    expect(1, "finding: index 12: ALARM", "--size", "99", "--alarm", "12", "--dense")
    expect(1, "BAD index 12: ALARM", "--size", "99", "--alarm", "12", "--dense")
    expect(2, "wrong usage", "--size", "1", more=("--key", "x"))
    expect(2, "a file cannot be read", "--size", "1", more=("--checkpoint", "/nowhere"))

    # a log cut back to 40 of its 60 entries, whose newest checkpoint an auditor kept
    case = os.path.join(folder, "case")
    make(case, "--size", "60", "--dense", "--stored")
    cut(os.path.join(case, "bundle.zip"), 40)
    code, output = run(case, java=java)
    good = code == 1 and "BAD index 40: checkpoint" in output
    passed, failed = passed + good, failed + (not good)
    print("ok  " if good else "FAIL", "cut back ->", output.splitlines()[-1])
    print(f"{passed} passed, {failed} failed")
    return failed


def damage(folder, rounds):
    compiled(folder)
    make(os.path.join(folder, "flips"), "--stored", "--size", "40", "--checkpoints", "10", "--rotate", "15", "--seed", "2")
    make(os.path.join(folder, "rows"), "--stored", "--size", "48", "--dense", "--rotate", "20", "--seed", "3")
    return subprocess.run(["java", "-cp", folder, "Damage", os.path.join(folder, "flips"), os.path.join(folder, "rows"), str(rounds)]).returncode


def parser():
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("folder", nargs="?")
    for name in ("size", "rotate", "restore", "withhold", "alarm", "damage", "seed"):
        result.add_argument("--" + name, type=int)
    result.add_argument("--checkpoints", default="")
    for name in ("dense", "stored", "test"):
        result.add_argument("--" + name, action="store_true")
    return result


if __name__ == "__main__":
    chosen = parser().parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if chosen.test:
            sys.exit(test(scratch))
        if chosen.damage:
            sys.exit(damage(scratch, chosen.damage))
    make(chosen.folder, *sys.argv[1:])
