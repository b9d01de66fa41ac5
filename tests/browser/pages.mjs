// The pages of a built site, found by walking its folder, and a few of each kind in each language.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { tags } from "./markup.mjs";

/** The kinds that every site with areas and an index has. */
export const KINDS = ["home", "area", "areas", "index", "method", "404"];

export function files(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** Every page with its tags, or those that are wanted by their path: `{ path, html, tags, lang, kind }`. */
export function pages(root, isWanted = () => true) {
  return files(root)
    .filter((path) => path.endsWith(".html") && isWanted(path))
    .map((path) => {
      const html = readFileSync(join(root, path), "utf8");
      const all = tags(html);
      const attribute = (tag, name) => all.find((other) => other.name === tag)?.attributes[name] ?? "";
      return { path, html, tags: all, lang: attribute("html", "lang"), kind: attribute("body", "data-kind") };
    });
}

/** Where the site stands on its host, by its own canonical address: `/` or `/monitor/`. */
export function prefix(all) {
  const home = all.find((page) => page.path === "index.html");
  const canonical = home?.tags.find((tag) => tag.name === "link" && tag.attributes.rel === "canonical")?.attributes.href;
  return canonical ? new URL(canonical).pathname : "/";
}

/** Of each kind in each language the largest page and the smallest, and others in between up to `count`. */
export function sample(all, count = 2) {
  const groups = new Map();
  for (const page of all) {
    const group = `${page.lang} ${page.kind}`;
    groups.set(group, [...(groups.get(group) ?? []), page]);
  }
  const chosen = new Set();
  for (const members of groups.values()) {
    const bySize = [...members].sort((one, other) => other.html.length - one.html.length);
    for (let at = 0; at < Math.min(count, bySize.length); at += 1) {
      chosen.add(bySize[Math.round((at * (bySize.length - 1)) / Math.max(1, count - 1))]);
    }
  }
  return all.filter((page) => chosen.has(page));
}
