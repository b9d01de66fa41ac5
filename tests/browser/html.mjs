// A few pages of every kind through the Nu HTML checker, which must find no error; and the style sheets.
// Usage: node html.mjs FOLDER

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { Outcome } from "./outcome.mjs";
import { files, pages, sample } from "./pages.mjs";

const root = resolve(process.argv[2]);
const jar = resolve(createRequire(import.meta.url).resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
const outcome = new Outcome();
const sheets = files(root).filter((path) => path.endsWith(".css"));
const chosen = [...sample(pages(root), 6).map((page) => page.path), ...sheets];

const run = spawnSync("java", ["-jar", jar, "--format", "json", "--also-check-css", "--stdout", "--exit-zero-always", ...chosen.map((path) => resolve(root, path))], {
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
if (run.status !== 0) {
  console.error(run.error ?? run.stderr);
  process.exit(1);
}
const messages = JSON.parse(run.stdout).messages;
for (const path of chosen) {
  const errors = messages.filter((message) => message.type !== "info" && message.url && relative(root, fileURLToPath(message.url)) === path);
  outcome.check(path, "Nu HTML checker", errors.map((error) => `line ${error.lastLine}: ${error.message}\n${(error.extract ?? "").trim()}`));
}
outcome.check("the checker", "tells of files only", messages.filter((message) => !message.url).map((message) => message.message));
outcome.finish();
