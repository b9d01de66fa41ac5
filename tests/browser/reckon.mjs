// The half of the script of the weights page that reckons, on a few numbers that were done by hand: cells that a rule
// filled in, and fewer areas than there are classes. Usage: node reckon.mjs

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

import { Outcome } from "./outcome.mjs";

const outcome = new Outcome();
const script = new URL("../../templates/js/weights.js", import.meta.url);
// the half that is the page finds none
const world = createContext({ atob, document: { querySelector: () => null } });
runInContext(readFileSync(script, "utf8"), world);
const { prepare, reckon } = world.bredeReckoned;

const none = NaN;
const text = (numbers) => Buffer.from(new Float64Array(numbers).buffer).toString("base64");
// four areas of one year, low is good; half of the weight must be known
const index = (more) => prepare({
  periods: 1, over: [0, 4], order: [0, 1], used: [0.5, 0.5], mean: "arithmetic", power: null, minimum: 0.5,
  lowIsGood: true, shown: 4, first: 0, classes: { rule: "quantile", count: 4, at: [] },
  parts: { columns: [text([1, 2, 3, none]), text([1, 2, 3, 9])] }, ...more,
});
const same = (found, wanted) => {
  const differ = found.length !== wanted.length || wanted.some((value, at) => !Object.is(found[at], value));
  return differ ? [`${[...found].join(", ")} and not ${wanted.join(", ")}`] : [];
};
const check = (rule, data, weights, ranks, classes) => {
  const found = reckon(data, weights);
  outcome.check("weights.js", `${rule}: ranks`, same(found.ranks, ranks));
  outcome.check("weights.js", `${rule}: classes`, same(found.classes, classes));
};

// scores 1, 2, 3 and 9
check("all was measured", index(), [1, 1], [4, 3, 2, 1], [0, 1, 2, 3]);
// the last area has the 9 from a rule alone, and with three areas there are no four classes
check("what was filled in makes no score", index({ filled: [[], [3]] }), [1, 1], [3, 2, 1, none], [-1, -1, -1, -1]);
check("nor does it alone", index({ filled: [[], [3]] }), [0, 1], [3, 2, 1, none], [-1, -1, -1, -1]);
// beside what was measured it counts: the first area has (1 + 1) ÷ 2, and the others as before
check("beside what was measured it counts", index({ filled: [[], [0]] }), [1, 1], [4, 3, 2, 1], [0, 1, 2, 3]);
check("without that it does not", index({ filled: [[], [0]] }), [0, 1], [none, 3, 2, 1], [-1, -1, -1, -1]);
// without the second part the last area has no score
check("fewer areas than classes have none", index(), [1, 0], [3, 2, 1, none], [-1, -1, -1, -1]);
const fixed = { classes: { rule: "fixed", count: 4, at: [2, 4, 8] } };
check("but for fixed breaks", index(fixed), [1, 0], [3, 2, 1, none], [0, 1, 1, -1]);
const few = { classes: { rule: "quantile", count: 3, at: [] } };
check("as many areas as classes have them", index(few), [1, 0], [3, 2, 1, none], [0, 1, 2, -1]);

outcome.finish();
