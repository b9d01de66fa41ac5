// What was tested and what failed: counted, and told so that a reader can act on it.

import { writeFileSync } from "node:fs";

const SHOWN = { failures: 40, lines: 6, pages: 5 };

export class Outcome {
  passed = 0;
  failures = [];

  /** One thing that holds for one page; `found` is what does not, in words, and empty if all is well. */
  check(page, rule, found) {
    const list = [found].flat().filter(Boolean).map(String);
    if (list.length === 0) {
      this.passed += 1;
    } else {
      this.failures.push({ page, rule, list });
    }
  }

  /** Prints the failures, the same one on many pages once, and the counts; leaves these for the caller. */
  finish() {
    const alike = new Map();
    for (const failure of this.failures) {
      const key = [failure.rule, ...new Set(failure.list.map((line) => line.split("\n")[0]))].join("\n");
      alike.set(key, [...(alike.get(key) ?? []), failure]);
    }
    for (const group of [...alike.values()].slice(0, SHOWN.failures)) {
      console.log(`\n${group[0].rule}`);
      for (const line of group[0].list.slice(0, SHOWN.lines)) {
        console.log(`    ${line.replaceAll("\n", "\n      ")}`);
      }
      more(group[0].list.length - SHOWN.lines, "    ", "");
      group.slice(0, SHOWN.pages).forEach((failure) => console.log(`  on ${failure.page}`));
      more(group.length - SHOWN.pages, "  ", "pages");
    }
    more(alike.size - SHOWN.failures, "\n", "kinds of failure");
    console.log(`\n${this.passed} passed, ${this.failures.length} failed`);
    if (process.env.BREDE_COUNTS) {
      writeFileSync(process.env.BREDE_COUNTS, `${this.passed} ${this.failures.length}\n`);
    }
    process.exitCode = this.failures.length === 0 ? 0 : 1;
  }
}

function more(count, indent, what) {
  if (count > 0) {
    console.log(`${indent}and ${count} more ${what}`.trimEnd());
  }
}
