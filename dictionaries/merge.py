#!/usr/bin/env python3
"""Merges the four English dictionaries of npm into english.dic, and takes their affixes over.

    npm pack dictionary-en@4.0.0 dictionary-en-gb@3.0.0 dictionary-en-ca@3.0.0 dictionary-en-au@3.0.0
    dictionaries/merge.py FOLDER-WITH-THE-PACKAGES

The four share most of their lines. A line that only some of them have ends in a tab and their
letters: u for en-US, g for en-GB, c for en-CA, a for en-AU.
"""

import pathlib
import sys
import tarfile

PACKAGES = {
    "u": "dictionary-en-4.0.0.tgz",
    "g": "dictionary-en-gb-3.0.0.tgz",
    "c": "dictionary-en-ca-3.0.0.tgz",
    "a": "dictionary-en-au-3.0.0.tgz",
}
HERE = pathlib.Path(__file__).parent


def main():
    folder = pathlib.Path(sys.argv[1])
    lines, affixes, licence = {}, set(), ""
    for letter, package in PACKAGES.items():
        with tarfile.open(folder / package) as tar:
            read = lambda name: tar.extractfile(f"package/{name}").read().decode()
            affixes.add(read("index.aff"))
            licence = licence or read("license")
            # The first line is a count.
            for line in read("index.dic").splitlines()[1:]:
                if line.strip():
                    lines.setdefault(line.strip(), set()).add(letter)
    assert len(affixes) == 1, "the affixes of the four have to be the same"
    with open(HERE / "english.dic", "w", encoding="utf-8", newline="\n") as out:
        for line in sorted(lines):
            who = "".join(letter for letter in PACKAGES if letter in lines[line])
            out.write(line + ("" if len(who) == len(PACKAGES) else f"\t{who}") + "\n")
    (HERE / "english.aff").write_text(affixes.pop(), encoding="utf-8")
    (HERE / "LICENSE").write_text(licence, encoding="utf-8")


main()
