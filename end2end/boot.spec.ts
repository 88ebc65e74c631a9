// What the boot file does when the page cannot or should not wake: the page stays as it was drawn.
import { expect, open, test, touch } from "./fixtures";

test("a phone that saves data fetches neither wasm nor words", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/");
  await touch(page);
  await page.waitForLoadState("networkidle");
  await expect(page.locator("h1")).toBeVisible();
  expect(fetched.filter((path) => path.endsWith(".wasm") || path.startsWith("/teks/"))).toEqual([]);
});

for (const path of ["/", "/lapor", "/lacak", "/bantuan"]) {
  test(`${path} fetches neither wasm nor words until somebody uses it`, async ({ page }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(path, { waitUntil: "networkidle" });
    expect(fetched.filter((path) => path.endsWith(".wasm") || path.startsWith("/teks/"))).toEqual([]);
    await page.keyboard.press("Tab");
    await page.locator("html[data-awake]").waitFor();
  });
}

test("a phone that keeps something wakes by itself, to send what waits", async ({ page }) => {
  await open(page, "/lapor");
  await page.goto("/");
  await page.locator("html[data-awake]").waitFor();
});

test.describe("with a part lost on the way", () => {
  test.use({ meant: /wake|Failed to load resource|net::ERR_FAILED/ });

  for (const lost of ["/teks/", ".wasm"]) {
    test(`a page without ${lost} stays as it was drawn`, async ({ page }) => {
      await page.route((url) => url.pathname.includes(lost), (route) => route.abort());
      const told = page.waitForEvent("console", (line) => line.text().includes("wake"));
      await page.goto("/");
      await touch(page);
      await told;
      await expect(page.locator("h1")).toBeVisible();
      await expect(page.locator("html[data-awake]")).toHaveCount(0);
    });
  }
});

test.describe("after a panic", () => {
  test.use({ meant: /RuntimeError|unreachable/ });

  test("the page is drawn anew and stays plain", async ({ page }) => {
    await open(page, "/");
    await page.evaluate(() => {
      dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
    });
    await expect(page.locator("html[data-awake]")).toHaveCount(0);
    await touch(page);
    await page.waitForLoadState("networkidle");
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("html[data-awake]")).toHaveCount(0);
  });
});
