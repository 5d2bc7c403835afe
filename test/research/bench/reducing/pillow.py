"""Reduces pictures as the original brief does (`thumbnail`, bicubic) and as the reference (Lanczos), and times the first.

Reads from stdin one JSON array of {"file", "width", "height", "reference", "brief"}; writes one of {"ms", "bytes", "referenceBytes"}.
"""

import io
import json
import sys
import time

from PIL import Image

Image.MAX_IMAGE_PIXELS = None


def encoded(picture):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.tell()


def once(job):
    start = time.perf_counter()
    picture = Image.open(job["file"]).convert("RGB")
    # `thumbnail` does just this, but rounds some sizes to a pixel less.
    picture = picture.resize((job["width"], job["height"]), Image.BICUBIC, reducing_gap=2.0)
    size = encoded(picture)
    return picture, size, (time.perf_counter() - start) * 1000


def run(job):
    picture, size, _ = once(job)
    ms = min(once(job)[2] for _ in range(3))
    picture.save(job["brief"])
    full = Image.open(job["file"]).convert("RGB")
    reference = full.resize((job["width"], job["height"]), Image.LANCZOS)
    reference.save(job["reference"])
    return {"ms": ms, "bytes": size, "referenceBytes": encoded(reference)}


print(json.dumps([run(job) for job in json.load(sys.stdin)]))
