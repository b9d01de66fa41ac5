// A few pages of every kind in every language, as readers meet them: light and dark, on a phone and on a
// desktop, by keyboard, without JavaScript, from a web server and from disk.
// Usage: node run.mjs FOLDER

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { launch } from "./browser.mjs";
import { Outcome } from "./outcome.mjs";
import { pages, prefix, sample } from "./pages.mjs";
import { serve } from "./serve.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = ["light", "dark"].flatMap((scheme) => [360, 1280].map((width) => ({ scheme, width })));

const root = resolve(process.argv[2]);
const outcome = new Outcome();
const all = pages(root);
const chosen = sample(all);
const server = await serve(root, prefix(all));
const disk = pathToFileURL(`${root}/`).href;
const browser = await launch();

for (const look of LOOKS) {
  await visit({ colorScheme: look.scheme, viewport: { width: look.width, height: 800 } }, look, accessible);
}
await visit({ viewport: { width: 320, height: 640 } }, { width: 320 }, fits);
await visit({ viewport: { width: 1280, height: 800 } }, { by: "keyboard" }, keyboard);
await visit({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false }, { without: "JavaScript" }, readable);
await visit({ viewport: { width: 1280, height: 800 } }, { from: "disk" }, fromDisk, disk);
await search();
await map();
await lost();

await browser.close();
server.close();
outcome.finish();

/** Opens every chosen page in a context of its own kind and looks at it, two at a time. */
async function visit(options, look, test, base = server.base) {
  const context = await browser.newContext(options);
  const label = Object.entries(look).map(([key, value]) => (key === "scheme" || key === "width" ? value : `${key} ${value}`)).join(" ");
  // The page for lost readers is shown at any address, so its links begin at the root of the host.
  const queue = chosen.filter((page) => base === server.base || page.kind !== "404");
  const worker = async () => {
    for (let page = queue.shift(); page; page = queue.shift()) {
      const name = `${page.path} (${label})`;
      const tab = await context.newPage();
      const noise = listen(tab, base);
      try {
        const target = new URL(page.path, base).href;
        await tab.goto(target, { waitUntil: "load" });
        await test(tab, name, page);
      } catch (error) {
        outcome.check(name, "can be tested", [error.message]);
      }
      outcome.check(name, "no word in the console, no request that fails or leaves the site", noise);
      await tab.close();
    }
  };
  await Promise.all([worker(), worker()]);
  await context.close();
}

function listen(tab, base) {
  const noise = [];
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(`console: ${message.text()}`));
  tab.on("pageerror", (error) => noise.push(`script: ${error.message}`));
  tab.on("request", (request) => request.url().startsWith(base) || request.url().startsWith("data:") || noise.push(`another place: ${request.url()}`));
  // a page that is left gives up what it was still asking for
  const isLeft = (request) => request.url().endsWith("/brede/icon.svg") && request.failure()?.errorText === "net::ERR_ABORTED";
  tab.on("requestfailed", (request) => isLeft(request) || noise.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  tab.on("response", (response) => response.status() >= 400 && noise.push(`${response.status()}: ${response.url()}`));
  return noise;
}

async function accessible(tab, name) {
  await fits(tab, name);
  await tab.evaluate(AXE);
  const result = await tab.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  outcome.check(name, "axe", result.violations.flatMap((violation) =>
    violation.nodes.slice(0, 5).map((node) => `${violation.id} (${violation.impact}): ${violation.help}\n${node.target.join(" ")}: ${node.any[0]?.message ?? node.none[0]?.message ?? ""}`)));
}

/** Nothing makes the page wider than the window; what scrolls by itself may be wider. */
async function fits(tab, name) {
  const wide = await tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) {
      return [];
    }
    const path = (element) => [element.tagName.toLowerCase(), ...(element.id ? [`#${element.id}`] : []), ...[...element.classList].map((name) => `.${name}`)].join("");
    const beyond = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 0.5);
    const outermost = beyond.filter((element) => !beyond.includes(element.parentElement));
    return [`${document.documentElement.scrollWidth} wide in ${width}`, ...outermost.slice(0, 5).map((element) => `${path(element)} ends at ${Math.round(element.getBoundingClientRect().right)}`)];
  });
  outcome.check(name, "does not scroll sideways", wide);
}

async function keyboard(tab, name) {
  const active = () => tab.evaluate(() => {
    const { activeElement: element } = document;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      href: element.getAttribute("href"),
      visible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0,
      outlined: style.outlineStyle !== "none" || style.boxShadow !== "none",
      search: element.matches("input[type=search], [role=searchbox], [role=combobox]"),
      body: element === document.body,
      text: `${element.tagName.toLowerCase()} ${(element.textContent ?? "").trim().slice(0, 40)}`,
    };
  });

  await tab.keyboard.press("Tab");
  const skip = await active();
  outcome.check(name, "the first stop of the keyboard is a link to the content, seen when it has the focus",
    !skip.href?.startsWith("#") ? [`it is ${skip.text}`] : skip.visible ? [] : ["it is not seen"]);
  if (skip.href?.startsWith("#")) {
    await tab.keyboard.press("Enter");
    const isPast = () => tab.evaluate((anchor) => {
      const target = document.getElementById(anchor);
      const position = target?.compareDocumentPosition(document.activeElement) ?? 0;
      return document.activeElement === target || Boolean(position & Node.DOCUMENT_POSITION_FOLLOWING);
    }, skip.href.slice(1));
    let inside = await isPast();
    if (!inside) {
      await tab.keyboard.press("Tab");
      inside = await isPast();
    }
    outcome.check(name, "that link leads past the menu", inside ? [] : [`${skip.href} does not`]);
  }

  await tab.goto(tab.url().split("#")[0]);
  const field = await tab.locator("input[type=search]:visible, [role=searchbox]:visible, [role=combobox]:visible").count();
  const dim = [];
  let found = false;
  for (let stop = 0; stop < 80; stop += 1) {
    await tab.keyboard.press("Tab");
    const here = await active();
    if (here.body) {
      break;
    }
    found ||= here.search;
    if (!here.outlined && here.visible) {
      dim.push(here.text);
    }
  }
  outcome.check(name, "the focus can be seen at every stop", dim);
  if (field > 0) {
    outcome.check(name, "the keyboard reaches the search field", found ? [] : ["not within 80 stops"]);
  }
}

/** All that the page says and links to is there without scripts, which only add to it. */
async function readable(tab, name, page) {
  const main = tab.locator("main");
  outcome.check(name, "has one visible h1", (await tab.locator("h1:visible").count()) === 1 ? [] : ["it has not"]);
  outcome.check(name, "has words", (await main.innerText()).trim().length > (page.kind === "404" ? 20 : 120) ? [] : ["hardly any"]);
  outcome.check(name, "has links", (await tab.locator("a[href]").count()) > 2 ? [] : ["hardly any"]);
  outcome.check(name, "offers nothing that needs scripts", await dead(tab));
  await fits(tab, name);
}

async function dead(tab) {
  const controls = tab.locator("button:visible, input:visible, select:visible, textarea:visible");
  return (await controls.evaluateAll((all) => all.map((control) => control.outerHTML.slice(0, 120))));
}

async function fromDisk(tab, name) {
  const styled = await tab.evaluate(() => [...document.styleSheets].length > 0 && getComputedStyle(document.body).fontFamily !== "\"Times New Roman\"");
  outcome.check(name, "finds its style sheet", styled ? [] : ["it does not"]);
  const link = tab.locator("nav a[href]:not([aria-current])").first();
  if ((await link.count()) > 0) {
    await link.click();
    await tab.waitForLoadState("load");
    outcome.check(name, "leads on from its menu", (await tab.locator("h1").count()) === 1 ? [] : [`nothing at ${tab.url()}`]);
  }
}

/** Who types the name of a place finds it, from the server and from disk. */
async function search() {
  const areas = all.filter((page) => page.kind === "area");
  for (const home of chosen.filter((page) => page.kind === "home")) {
    const area = areas.filter((page) => page.lang === home.lang).at(-1);
    const title = area?.tags.find((tag) => tag.name === "h1")?.after.trim();
    for (const base of [server.base, disk]) {
      const name = `${home.path} (${new URL(base).protocol} search for \`${title}\`)`;
      const tab = await browser.newPage();
      const noise = listen(tab, base);
      try {
        await tab.goto(new URL(home.path, base).href);
        await tab.locator("input[type=search]").first().fill(title, { timeout: 5000 });
        const result = tab.locator(`a[href$="${area.path}"], a[href$="${area.path.split("/").slice(-2).join("/")}"]`).first();
        await result.waitFor({ state: "visible", timeout: 5000 });
        await result.click();
        await tab.waitForLoadState("load");
        const arrived = (await tab.locator("h1").first().innerText()).includes(title);
        outcome.check(name, "finds the page", arrived ? [] : [`arrives at ${tab.url()}`]);
      } catch (error) {
        outcome.check(name, "finds the page", [error.message.split("\n")[0]]);
      }
      outcome.check(name, "no word in the console, no request that fails or leaves the site", noise);
      await tab.close();
    }
  }
}

/** An area on the map of the home page leads to its page. */
async function map() {
  for (const home of chosen.filter((page) => page.kind === "home")) {
    for (const base of [server.base, disk]) {
      const name = `${home.path} (${new URL(base).protocol} map)`;
      const tab = await browser.newPage();
      try {
        const start = new URL(home.path, base).href;
        await tab.goto(start);
        const area = tab.locator("svg [data-area]").first();
        const title = await area.locator("title").textContent();
        const arrival = tab.waitForURL((url) => url.href !== start, { timeout: 5000 });
        await area.dispatchEvent("click");
        await arrival;
        const arrived = (await tab.locator("h1").first().innerText()).includes(title);
        outcome.check(name, "leads to the page of an area", arrived ? [] : [`arrives at ${tab.url()}`]);
      } catch (error) {
        outcome.check(name, "leads to the page of an area", [error.message.split("\n")[0]]);
      }
      await tab.close();
    }
  }
}

/** An address that is nowhere shows the site's own page. */
async function lost() {
  const tab = await browser.newPage();
  const response = await tab.goto(new URL("nowhere", server.base).href);
  outcome.check("nowhere", "shows the site's own 404", response.status() === 404 && (await tab.locator("body[data-kind='404']").count()) === 1 ? [] : ["it does not"]);
  await tab.close();
}
