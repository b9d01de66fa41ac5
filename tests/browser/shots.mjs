import { launch } from "./browser.mjs";
import { serve } from "./serve.mjs";
const [,, root, path, out, query] = process.argv;
const server = await serve(root, "/");
const b = await launch();
for (const [scheme, width] of [["light",1280],["dark",360],["light",360],["dark",1280]]) {
  const tab = await b.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  tab.on("pageerror", e => console.log(e.message));
  await tab.goto(server.base + path + (query ?? ""));
  await tab.waitForTimeout(900);
  await tab.screenshot({ path: `${out}-${scheme}-${width}.png`, clip: { x: 0, y: 0, width, height: width < 500 ? 3200 : 1900 }, fullPage: true });
}
await b.close(); server.close();
