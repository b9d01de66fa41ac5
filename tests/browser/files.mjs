// Every page of a built site, read as a file: headings, titles, languages, texts for images, links.
// Usage: node files.mjs FOLDER

import { posix } from "node:path";

import { Outcome } from "./outcome.mjs";
import { KINDS, files, pages, prefix } from "./pages.mjs";

const root = process.argv[2];
const outcome = new Outcome();
const all = pages(root);
const known = new Set(files(root));
const host = prefix(all);
const anchors = new Map(all.map((page) => [page.path, page.tags.map((tag) => tag.attributes.id).filter(Boolean)]));

const languages = [...new Set(all.map((page) => page.lang))];
for (const lang of languages) {
  const kinds = new Set(all.filter((page) => page.lang === lang).map((page) => page.kind));
  outcome.check(`pages in \`${lang}\``, "every kind of page is there", KINDS.filter((kind) => !kinds.has(kind) && !(kind === "404" && lang !== languages[0])));
}

const titles = new Map();
for (const page of all) {
  const { path, tags } = page;
  const named = (name) => tags.filter((tag) => tag.name === name);
  outcome.check(path, "says which kind of page it is (`data-kind`)", page.kind ? [] : ["none"]);
  outcome.check(path, "says its language, and is where that language stands", language(page));

  const title = named("title")[0]?.after.trim() ?? "";
  const twin = titles.get(`${page.lang} ${title}`);
  outcome.check(path, "has a title of its own", !title ? ["none"] : twin ? [`\`${title}\` is that of ${twin}, too`] : []);
  titles.set(`${page.lang} ${title}`, path);

  const headings = tags.filter((tag) => /^h[1-6]$/.test(tag.name)).map((tag) => Number(tag.name[1]));
  outcome.check(path, "has one h1", headings.filter((level) => level === 1).length === 1 ? [] : [`h1 × ${headings.filter((level) => level === 1).length}`]);
  outcome.check(path, "skips no level of heading", headings.flatMap((level, at) =>
    level > (headings[at - 1] ?? 0) + 1 ? [`h${level} after ${at ? `h${headings[at - 1]}` : "nothing"}`] : []));

  outcome.check(path, "has a text for every image", named("img").filter((tag) => tag.attributes.alt === undefined).map((tag) => tag.attributes.src));
  const ids = anchors.get(path);
  outcome.check(path, "has no anchor twice", ids.filter((id, at) => ids.indexOf(id) !== at));
  outcome.check(path, "has no style or script of its own", inline(tags));
  // The page for lost readers is shown at any address, so its links begin at the root of the host.
  const relative = (link) => (page.kind === "404" && link.startsWith(host) ? link.slice(host.length) : link);
  outcome.check(path, "has no dead link", tags.flatMap((tag) => links(tag)).flatMap((link) => dead(path, relative(link))));
}
outcome.finish();

function language({ path, lang }) {
  const folder = path.split("/")[0];
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang)) {
    return [`lang is \`${lang}\``];
  }
  const expected = languages.includes(folder) ? folder : undefined;
  return expected && expected !== lang ? [`lang is \`${lang}\` in the folder of \`${expected}\``] : [];
}

function inline(tags) {
  return tags.flatMap(({ name, attributes }) => [
    ...Object.keys(attributes).filter((key) => key === "style" || key.startsWith("on")).map((key) => `<${name} ${key}>`),
    ...(name === "style" ? ["<style>"] : []),
    ...(name === "script" && attributes.src === undefined && !/json/.test(attributes.type ?? "") ? ["<script>"] : []),
  ]);
}

/** What a tag points to and must be there; what it tells machines about other addresses is not. */
function links({ name, attributes }) {
  if (name === "link" && /canonical|alternate/.test(attributes.rel ?? "")) {
    return [];
  }
  const sources = (attributes.srcset ?? "").split(",").map((part) => part.trim().split(/\s+/)[0]);
  const data = Object.entries(attributes).filter(([key]) => key === "data-names").map(([, value]) => value);
  return [attributes.href, attributes.src, attributes["xlink:href"], ...sources, ...data].filter((link) => link !== undefined && link !== "");
}

function dead(from, link) {
  if (/^(https?|mailto|tel|data):/i.test(link)) {
    return /^https?:/i.test(link) && URL.canParse && !URL.canParse(link) ? [`${link}: no address`] : [];
  }
  if (/^[a-z]+:/i.test(link) || link.startsWith("/")) {
    return [`${link}: neither relative nor a web address`];
  }
  const [address, anchor] = link.split("#");
  const path = address.split("?")[0];
  let target = path ? posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(path))) : from;
  if (target.startsWith("..")) {
    return [`${link}: leads out of the site`];
  }
  if (target.endsWith("/") || target === ".") {
    return [`${link}: does not end in a file, so it does not work from disk`];
  }
  if (!known.has(target)) {
    return [`${link}: there is no ${target}`];
  }
  if (anchor && anchors.has(target) && !anchors.get(target).includes(decodeURIComponent(anchor))) {
    return [`${link}: there is no such anchor in ${target}`];
  }
  return [];
}
