"""Reads every PDF of a built site with an independent reader and holds it to what no validator of ours enforces.

Usage: check.py FOLDER
"""

import os
import shutil
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf

PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"

# A factsheet is one sheet of paper.
FACTSHEET = "factsheet"
# of an area where nobody lives there is no more to tell than one page holds
FACTSHEET_PAGES = (1, 2)


def text(value):
    return "" if value is None else str(value).strip()


def elements(tree, roles):
    """Every structure element with its type as the standard knows it, from the root down."""
    waiting = [tree.get("/K")]
    seen = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            if node.objgen != (0, 0):
                if node.objgen in seen:
                    continue
                seen.add(node.objgen)
            if "/S" in node:
                kind = str(node["/S"])
                for _ in range(len(roles)):
                    kind = roles.get(kind, kind)
                yield kind, node
            waiting.append(node.get("/K"))


def below(node, roles):
    return [kind for kind, _ in elements(node, roles)]


def attribute(node, name):
    """The attribute of an element, whether it has one set of attributes or several."""
    sets = node.get("/A")
    for attributes in [sets] if isinstance(sets, pikepdf.Dictionary) else list(sets or []):
        if isinstance(attributes, pikepdf.Dictionary) and name in attributes:
            return str(attributes[name])
    return None


def fonts(resources, seen):
    """Every font of a page and of the forms and patterns that it draws."""
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for font in dict(resources.get("/Font", {})).values():
        yield font
    for kind in ("/XObject", "/Pattern"):
        for form in dict(resources.get(kind, {})).values():
            if form.objgen in seen or not hasattr(form, "get"):
                continue
            seen.add(form.objgen)
            yield from fonts(form.get("/Resources"), seen)


def is_embedded(font):
    if str(font.get("/Subtype")) == "/Type3":
        return True
    descendants = list(font.get("/DescendantFonts", [])) or [font]
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    descriptors = [one.get("/FontDescriptor") for one in descendants]
    return all(descriptor is not None and any(file in descriptor for file in files) for descriptor in descriptors)


def check(path, report):
    """Holds one document to each rule; `report(rule, found)` takes what is wrong, in words."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        marked = bool(root.get("/MarkInfo", {}).get("/Marked", False))
        report("is marked as tagged", [] if marked else ["no /MarkInfo with /Marked true"])
        report("says its language", [] if text(root.get("/Lang")) else ["no /Lang"])
        shows_title = bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
        report("shows its title in the window", [] if shows_title else ["no /DisplayDocTitle"])

        metadata = pdf.open_metadata()
        pdfua = text(metadata.get(f"{PDFUA}part"))
        pdfa = text(metadata.get(f"{PDFA}part")) + text(metadata.get(f"{PDFA}conformance"))
        report("says it is PDF/UA-1", [] if pdfua == "1" else [f"pdfuaid:part is `{pdfua}`"])
        report("says it is PDF/A-2a", [] if pdfa == "2A" else [f"pdfaid is `{pdfa}`"])
        report("has a title", [] if text(metadata.get("dc:title")) else ["no dc:title"])
        report("has bookmarks", [] if root.get("/Outlines", {}).get("/First") is not None else ["no outline"])

        structure(root, report)

        seen = set()
        used = [font for page in pdf.pages for font in fonts(page.resources, seen)]
        report("carries its fonts", sorted({text(font.get("/BaseFont")) for font in used if not is_embedded(font)}))
        if FACTSHEET in path.name:
            pages = len(pdf.pages)
            report("has one page or two", [] if pages in FACTSHEET_PAGES else [f"{pages} pages"])

    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    report("qpdf --check", [] if run.returncode == 0 else [(run.stdout + run.stderr).strip()])


def structure(root, report):
    tree = root.get("/StructTreeRoot")
    report("has a structure", [] if tree is not None and tree.get("/K") is not None else ["no /StructTreeRoot"])
    if tree is None:
        return
    roles = {str(key): str(value) for key, value in dict(tree.get("/RoleMap", {})).items()}
    every = list(elements(tree, roles))

    def of(kind):
        return [node for name, node in every if name == kind]

    figures = [node for node in of("/Figure") if not text(node.get("/Alt"))]
    report("has a text for every figure", [f"{len(figures)} of {len(of('/Figure'))} figures without /Alt"] if figures else [])
    scopeless = [node for node in of("/TH") if attribute(node, "/Scope") is None]
    report("says what every table header is a header of", [f"{len(scopeless)} of {len(of('/TH'))} without /Scope"] if scopeless else [])
    headless = [node for node in of("/Table") if "/TH" not in below(node, roles)]
    report("has a header in every table", [f"{len(headless)} of {len(of('/Table'))} without"] if headless else [])

    levels = [int(kind[2:]) for kind, _ in every if kind[:2] == "/H" and kind[2:].isdigit()]
    steps = zip([0] + levels, levels)
    report("skips no level of heading", [f"H{level} after H{before}" for before, level in steps if level > before + 1])


def main():
    folder = Path(sys.argv[1])
    documents = sorted(folder.rglob("*.pdf"))
    passed, failures = 0, defaultdict(list)
    if not any(FACTSHEET in document.name for document in documents):
        failures["there are factsheets", "none"].append(folder)

    def read(document):
        outcome = []
        try:
            check(document, lambda rule, found: outcome.append((rule, found)))
        except pikepdf.PdfError as error:
            outcome.append(("can be read", [str(error)]))
        return document, outcome

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for document, outcome in workers.map(read, documents):
            for rule, found in outcome:
                if found:
                    failures[rule, "; ".join(found[:4])].append(document.relative_to(folder))
                else:
                    passed += 1

    for (rule, found), where in failures.items():
        print(f"\n{rule}\n    {found}")
        for document in where[:5]:
            print(f"  in {document}")
        if len(where) > 5:
            print(f"  and {len(where) - 5} more")
    failed = sum(len(where) for where in failures.values())
    print(f"\n{len(documents)} documents: {passed} passed, {failed} failed")
    if counts := os.environ.get("BREDE_COUNTS"):
        Path(counts).write_text(f"{passed} {failed}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    if shutil.which("qpdf") is None:
        sys.exit("qpdf is not installed")
    sys.exit(main())
