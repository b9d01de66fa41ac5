// A web server for a folder: files as they are, `index.html` for a folder, `404.html` for the rest.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
  ".woff2": "font/woff2", ".pdf": "application/pdf", ".csv": "text/csv; charset=utf-8", ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Listens on a free port; the site stands where its own canonical addresses say. */
export async function serve(root, prefix) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/favicon.ico") {
      // Browsers ask the host for it, whatever stands below it.
      response.writeHead(204).end();
      return;
    }
    const inside = pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : undefined;
    try {
      let file = join(root, normalize(`/${inside}`));
      if (inside === undefined) {
        throw new Error("outside the site");
      }
      if ((await stat(file)).isDirectory()) {
        file = join(file, "index.html");
      }
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(await readFile(file));
    } catch {
      const page = await readFile(join(root, "404.html")).catch(() => "not found");
      response.writeHead(404, { "content-type": TYPES[".html"] });
      response.end(page);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}
