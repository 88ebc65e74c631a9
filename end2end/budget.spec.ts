// What a citizen's phone must fetch, as it goes over the line (brotli).
import { get, type IncomingMessage } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const wasmBytesMax = 180_000;
const pageBytesMax = 45_000;
const citizenPages = ["/", "/lapor", "/lacak", "/bantuan"];

function fetched(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (answer: IncomingMessage) => {
      expect(answer.headers["content-encoding"], url).toBe("br");
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts)));
    }).on("error", reject);
  });
}

for (const path of citizenPages) {
  test(`${path} needs at most 45 kB of HTML, CSS and the boot file, and the main wasm is at most 180 kB`, async ({ baseURL }) => {
    const html = await fetched(`${baseURL}${path}`);
    const page = brotliDecompressSync(html).toString();
    const address = (pattern: RegExp) => `${baseURL}${pattern.exec(page)?.[1]}`;
    const css = await fetched(address(/href="([^"]+\.css)"/));
    const boot = await fetched(address(/src="(\/boot\.js[^"]*)"/));
    const wasm = await fetched(address(/data-wasm="([^"]+)"/));
    console.log(`${path}: HTML ${html.length}, CSS ${css.length}, boot file ${boot.length}, main wasm ${wasm.length} bytes`);
    expect(html.length + css.length + boot.length).toBeLessThanOrEqual(pageBytesMax);
    expect(wasm.length).toBeLessThanOrEqual(wasmBytesMax);
  });
}
