// The browser of this machine, or the one that CHROMIUM names.

import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

export function launch() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = places.find((place) => place && existsSync(place)) ?? chromium.executablePath();
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
