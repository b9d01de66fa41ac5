// The pages on which weights of an index are tried: they reckon as the program does, and show what they reckon.
// Usage: node weights.mjs FOLDER [INDEX SCORES.csv]: with the scores of an index whose domains weigh the same.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { launch } from "./browser.mjs";
import { Outcome } from "./outcome.mjs";
import { files, pages, prefix } from "./pages.mjs";
import { serve } from "./serve.mjs";

const root = resolve(process.argv[2]);
const [equalIndex, equalScores] = process.argv.slice(3);
const outcome = new Outcome();
const ids = files(root).flatMap((path) => path.match(/^brede\/weights\/(.+)\.js$/)?.slice(1) ?? []);
const all = pages(root, (path) => path === "index.html" || ids.includes(path.split("/").at(-3)));
const server = await serve(root, prefix(all));
const disk = pathToFileURL(`${root}/`).href;
const browser = await launch();

for (const page of all.filter((page) => page.kind === "weights")) {
  const index = page.path.split("/").at(-3);
  const told = scores(readFileSync(join(root, `data/indices/${index}.csv`), "utf8"));
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const noise = [];
  tab.on("console", (message) => noise.push(message.text()));
  tab.on("pageerror", (error) => noise.push(error.message));
  await tab.goto(new URL(page.path, server.base).href);

  // the program and the browser give the same ranks and classes
  const published = await reckoned(tab);
  outcome.check(page.path, "the published weights give the published ranks and classes", differences(published, told));
  outcome.check(page.path, "is fast enough to follow a hand", published.milliseconds < 100 ? [] : [`${published.milliseconds} ms`]);
  if (index === equalIndex) {
    const equal = await reckoned(tab, "equal");
    outcome.check(page.path, "equal weights give what the program gives with them", differences(equal, scores(readFileSync(equalScores, "utf8"))));
  }

  await shown(tab, page, told);
  outcome.check(page.path, "no word in the console", noise);
  await tab.close();
  await fromDisk(page);
}

await browser.close();
server.close();
outcome.finish();

/** Rank and class by code, of the latest period. */
function scores(csv) {
  const [head, ...rows] = csv.trim().split("\r\n").map((line) => cells(line));
  const at = (name) => head.indexOf(name);
  const latest = rows.map((row) => Number(row[at("period")])).reduce((one, other) => Math.max(one, other));
  const current = rows.filter((row) => Number(row[at("period")]) === latest);
  return new Map(current.map((row) => [row[at("area")], { name: row[at("name")], rank: Number(row[at("rank")] || NaN), class: row[at("class")] ? row[at("class")] - 1 : -1 }]));
}

function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** What the page reckons of the areas that it shows, apart from what it draws. */
async function reckoned(tab, which) {
  return tab.evaluate(async (which) => {
    const { dataset } = document.querySelector(".try");
    const load = (source, name) => new Promise((done) => {
      globalThis[name] = (...given) => done(given);
      document.head.append(Object.assign(document.createElement("script"), { src: source }));
    });
    const [written] = await load(dataset.data, "bredeWeights");
    const [, list] = await load(dataset.names, "bredeAreas");
    const { prepare, reckon, compare } = globalThis.bredeReckoned;
    const data = prepare(written);
    const weights = which === "equal" ? data.used.map(() => 10) : data.used;
    const [before, start] = [reckon(data, data.used), performance.now()];
    const found = reckon(data, weights);
    compare(data, before, found);
    const milliseconds = performance.now() - start;
    const areas = Array.from({ length: data.shown }, (_, place) => [list[data.first + place][0], found.ranks[place], found.classes[place]]);
    return { areas, milliseconds };
  }, which);
}

function differences({ areas }, told) {
  const found = areas.flatMap(([code, rank, at]) => {
    const wanted = told.get(code);
    const same = wanted && Object.is(rank, wanted.rank) && at === wanted.class;
    return same ? [] : [`${code}: ${rank}, class ${at}, not ${wanted?.rank}, class ${wanted?.class}`];
  });
  return areas.length === 0 ? ["there are no areas"] : found;
}

/** A hand on the page: weights, an area, the address, and back. */
async function shown(tab, page, told) {
  const code = [...told].find(([, area]) => area.rank > 0)[0];
  const key = await tab.locator(".try").getAttribute("data-key");
  const address = new URL(page.path, server.base).href;
  await tab.goto(`${address}?${key}=${code}`);
  const picked = tab.locator("[data-picked]");
  await picked.locator("a").waitFor();
  const [, ...text] = await picked.locator("dd").allInnerTexts();
  const ranks = await tab.locator(".try[data-ranks]").count();
  outcome.check(page.path, "an area in the address stands there as it is in the index", (ranks ? text[0] === text[1] && /\d/.test(text[0]) : text[0] === "0") && (!text[2] || text.at(-1) === text.at(-2)) ? [] : [text.join(", ")]);
  const correlation = tab.locator("[data-correlation]");
  outcome.check(page.path, "published weights change nothing", /^1[.,]000$/.test(await correlation.innerText()) ? [] : [await correlation.innerText()]);

  const numbers = tab.locator(".weight input[type=number]");
  const first = await numbers.first().inputValue();
  const before = await correlation.innerText();
  await numbers.first().fill("90");
  await tab.waitForFunction((told) => document.querySelector("[data-correlation]").textContent !== told, before);
  const range = await tab.locator(".weight input[type=range]").first().inputValue();
  outcome.check(page.path, "slider and number are one", range === "90" ? [] : [range]);
  await tab.waitForURL(/[?&]w=90-/);
  const [shared, value] = [tab.url(), await correlation.innerText()];

  const other = await browser.newPage();
  await other.goto(shared);
  await other.waitForFunction((told) => document.querySelector("[data-correlation]").textContent === told, value, { timeout: 5000 }).catch(() => {});
  outcome.check(page.path, "an address that is shared shows the same", (await other.locator("[data-correlation]").innerText()) === value ? [] : [`not ${value}`]);
  await other.close();

  await tab.locator("[data-reset]").click();
  await tab.waitForFunction(() => /^1[.,]000$/.test(document.querySelector("[data-correlation]").textContent));
  outcome.check(page.path, "the button brings the published weights back", (await numbers.first().inputValue()) === first ? [] : [await numbers.first().inputValue()]);
  await tab.waitForFunction(() => !location.search.includes("w="));

  const all = await numbers.all();
  for (const number of all) await number.fill("0");
  await tab.waitForFunction(() => document.querySelector("[data-correlation]").textContent === "–");
  const left = await tab.locator(".moves:visible, [data-picked]:visible").count();
  outcome.check(page.path, "without weights no earlier outcome stays", left === 0 ? [] : [`${left} parts do`]);
  await tab.locator("[data-reset]").click();
  await tab.waitForFunction(() => /^1[.,]000$/.test(document.querySelector("[data-correlation]").textContent));

  // by keyboard alone
  const slider = tab.locator(".weight input[type=range]").first();
  await slider.focus();
  await tab.keyboard.press("ArrowRight");
  outcome.check(page.path, "an arrow moves a slider", (await numbers.first().inputValue()) !== first ? [] : ["it does not"]);
  const name = told.get(code).name;
  await tab.locator("[data-search]").fill(name);
  await tab.locator("[data-results] button").first().waitFor();
  await tab.keyboard.press("Enter");
  outcome.check(page.path, "who types a name finds the area", (await picked.locator("a").innerText()).startsWith(name) ? [] : [await picked.locator("a").innerText()]);
}

async function fromDisk(page) {
  const tab = await browser.newPage();
  await tab.goto(new URL(page.path, disk).href);
  const given = await tab.locator("[data-part]").evaluateAll((parts) => parts.map((part) => part.dataset.part));
  const buttons = await tab.locator("[data-equal]").count();
  const differ = new Set(given).size > 1;
  outcome.check(page.path, "offers equal weights where the given ones differ", buttons === Number(differ) ? [] : [`${buttons} buttons for ${given}`]);
  await tab.locator("[data-part] input[type=number]").first().fill("60");
  const moved = await tab.waitForFunction(() => document.querySelector("[data-correlation]").textContent !== "–", null, { timeout: 5000 }).catch(() => null);
  outcome.check(page.path, "reckons when opened from disk", moved ? [] : ["it does not"]);
  await tab.close();
}
