#!/usr/bin/env python3
"""Checks hash-chain-vectors.json: computes the bytes and the hash of each entry from its inputs alone, by the layout that
docs/hash-chain.md describes. Needs Python 3.8 and its standard library only.

    python3 check_hash_chain.py hash-chain-vectors.json            prints what differs; exit status 1 if anything does
    python3 check_hash_chain.py --write hash-chain-vectors.json    writes bytes and hashes into the file
"""

import base64
import hashlib
import hmac
import json
import struct
import sys

FORMAT = "orderly-history-1"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def entry_hash(data, key):
    """The hash of an entry's bytes: without a key, or with one, as the file has it."""
    if key is None:
        return sha256(data)
    mac = hmac.new(bytes.fromhex(key["secret"]), data, hashlib.sha256).digest()
    return "hmac:%s:%s" % (key["id"], base64.urlsafe_b64encode(mac).decode("ascii").rstrip("="))


def integer(value):
    return struct.pack(">q", value)


def text(value):
    if value is None:
        return integer(-1)
    try:
        data = value.encode("utf-8")
        return integer(len(data)) + data
    except UnicodeEncodeError:  # half of a surrogate pair
        data = value.encode("utf-16-be", "surrogatepass")
        return integer(-2) + integer(len(data)) + data


def time(value):
    return integer(value["seconds"]) + integer(value["nanos"])


def money(value):
    return integer(-1) if value is None else text(value["amount"]) + text(value["currency"])


def field_value(value):
    kind = value["type"]
    if kind in ("text", "number", "date"):
        return text(kind) + text(value["value"])
    if kind == "yes-no":
        return text(kind) + integer(1 if value["value"] else 0)
    if kind == "instant":
        return text(kind) + time(value)
    if kind == "money":
        return text(kind) + money(value)
    raise ValueError("unknown type of value: " + kind)


def transition(entry):
    case = entry["case"]
    data = integer(case["id"] if case else 0) + text(case["type"] if case else None)
    data += text(entry["from"]) + text(entry["event"]) + text(entry["to"])
    data += integer(0) if entry["placement"] is None else placed(entry["placement"])
    data += integer(len(entry["items"]))
    for moved in entry["items"]:
        data += text(moved["line"]) + text(moved["from"]) + text(moved["to"]) + integer(moved["quantity"])
    return data + integer(1 if entry["parcel"] else 0)


def placed(placement):
    data = integer(1) + text(placement["number"]) + text(placement["workflow"]) + integer(placement["version"])
    data += text(placement["customer"]["language"]) + integer(len(placement["lines"]))
    for line in placement["lines"]:
        data += text(line["id"]) + text(line["sku"]) + text(line["title"]) + integer(line["quantity"])
        data += money(line["price"]) + text(line["availableFrom"]) + text(line["imageUrl"]) + text(line["productUrl"])
    return data


def content(entry):
    kind = entry["kind"]
    if kind == "transition":
        return transition(entry)
    if kind == "comment":
        return text(entry["visibility"])
    if kind == "notification-preference":
        return integer(1 if entry["muted"] else 0)
    if kind == "migration":
        return (integer(entry["fromVersion"]) + integer(entry["toVersion"])
                + text(entry["from"]) + text(entry["to"]))
    if kind == "erasure":
        return integer(len(entry["fields"])) + b"".join(text(field) for field in entry["fields"])
    raise ValueError("unknown kind of entry: " + kind)


def personal_parts(entry):
    """The content of each personal part that the entry has, by the part's name."""
    parts = {}
    if entry["actor"]["id"] is not None:
        parts["actor"] = text(entry["actor"]["id"])
    if entry["kind"] == "transition":
        if entry["comment"] is not None:
            parts["comment"] = text(entry["comment"])
        for field, value in entry["data"].items():
            parts["field " + field] = field_value(value)
        if entry["placement"] is not None:
            for name in ("email", "name"):
                if entry["placement"]["customer"][name] is not None:
                    parts[name] = text(entry["placement"]["customer"][name])
    elif entry["kind"] == "comment":
        if entry["text"] != "":
            parts["text"] = text(entry["text"])
        for i, file in enumerate(entry["attachments"]):
            parts["attachment %d" % i] = (text(file["sha256"]) + integer(file["size"])
                                          + text(file["mediaType"]) + text(file["name"]))
    return parts


def digest(name, part, redaction):
    if part is None:
        return redaction["erased"][name]
    if redaction["salt"] is not None:
        salt = sha256(text(redaction["salt"]) + text(name))
    else:
        salt = redaction["salts"][name]
    return sha256(text(salt) + part)


def entry_bytes(vector, previous):
    entry, redaction = vector["entry"], vector["redaction"]
    data = text(FORMAT) + text(previous) + text(entry["kind"])
    data += integer(entry["sequence"]) + time(entry["at"]) + text(entry["actor"]["role"]) + text(entry["requestId"])
    data += content(entry)
    parts = personal_parts(entry)
    names = sorted(set(parts) | set(redaction["erased"]), key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    data += integer(len(names))
    for name in names:
        data += text(name) + text(digest(name, parts.get(name), redaction))
    return data


def whole(vectors):
    """Each name with its hash, the entry that it is the hash of, and the key that it is made with."""
    for vector in vectors["chain"] + vectors["erased"]:
        yield vector, vector, None
    keys = {key["id"]: key for key in vectors["keys"]}
    entries = {vector["entry"]["sequence"]: vector for vector in vectors["chain"]}
    for vector in vectors["keyed"]:
        yield vector, entries[vector["sequence"]], keys.get(vector["key"])


def check(vectors):
    problems = []
    if vectors["format"] != FORMAT:
        problems.append("the file has the format %s, but this program checks %s" % (vectors["format"], FORMAT))
    for vector, entry, key in whole(vectors):
        data = entry_bytes(entry, vector["previous"])
        if data.hex() != vector["bytes"]:
            problems.append("%s: the bytes are %s" % (vector["name"], data.hex()))
        if entry_hash(data, key) != vector["hash"]:
            problems.append("%s: the hash is %s" % (vector["name"], entry_hash(data, key)))
    for chain in (vectors["chain"], vectors["keyed"]):
        previous = ""
        for vector in chain:
            if vector["previous"] != previous:
                problems.append("%s: the hash before is %s" % (vector["name"], previous))
            previous = vector["hash"]
    hashes = {vector["entry"]["sequence"]: vector["hash"] for vector in vectors["chain"]}
    for vector in vectors["erased"]:
        if hashes[vector["entry"]["sequence"]] != vector["hash"]:
            problems.append("%s: the hash is not that of the whole entry" % vector["name"])
    return problems


def write(vectors):
    hashes = {}
    for vector, entry, key in whole(vectors):
        chain = "keyed" if "key" in vector else "plain"
        sequence = entry["entry"]["sequence"]
        vector["previous"] = hashes.get((chain, sequence - 1), "")
        data = entry_bytes(entry, vector["previous"])
        vector["bytes"] = data.hex()
        vector["hash"] = entry_hash(data, key)
        hashes[chain, sequence] = vector["hash"]


def main(arguments):
    path = arguments[-1]
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)
    if "--write" in arguments:
        write(vectors)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(vectors, indent=2, ensure_ascii=True) + "\n")
        return 0
    problems = check(vectors)
    for problem in problems:
        print(problem)
    if not problems:
        print("%d entries are as written" % len(list(whole(vectors))))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
