"""Joins the parts into which a web font was split by script into one static TrueType font.

    pip install fonttools brotli
    python3 join_parts.py OUT.ttf SPACE PART.woff2 PART.woff2…

Glyphs that several parts have are taken from the first. Hinting is left out: paper has the dots to
do without, and the parts' programs cannot be joined. The word space becomes SPACE units wide, for
a face that was drawn with more than a line of writing can bear. Names, metrics and licence come from the first.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HINTING = ["cvt ", "fpgm", "prep", "gasp"]

target, space, *parts = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    files = []
    for number, part in enumerate(parts):
        font = TTFont(part, recalcTimestamp=False)
        font.flavor = None
        for tag in HINTING:
            if tag in font:
                del font[tag]
        for glyph in font["glyf"].glyphs.values():
            glyph.removeHinting()
        files.append(str(Path(folder) / f"{number}.ttf"))
        font.save(files[-1])
    joined = Merger().merge(files)
    first = TTFont(files[0])
    for character in (0x20, 0xA0):
        name = joined.getBestCmap()[character]
        joined["hmtx"][name] = (int(space), 0)
    joined["name"] = first["name"]
    joined["head"].created = first["head"].created
    joined["head"].modified = first["head"].modified
    joined.recalcTimestamp = False
    joined.save(target)
