// What every browser test stands on: pages that must be silent, people with a browser each, and axe.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page, type ViewportSize } from "@playwright/test";

// Chromium reports every such answer as an error, but a refused form is meant to answer so.
const refused = /status of (401|403|404|409|422|429)/;

export const phone: ViewportSize = { width: 360, height: 740 };
export const desktop: ViewportSize = { width: 1280, height: 800 };

interface Fixtures {
  /** What a test breaks on purpose, as the console tells it. */
  meant: RegExp;
  /** Listens to a browser; what it says fails the test. */
  silence: (context: BrowserContext) => void;
  /** Somebody with a browser of their own. */
  somebody: (viewport: ViewportSize) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  meant: [/^$/, { option: true }],
  silence: [
    async ({ context, meant }, use) => {
      const heard: string[] = [];
      const hear = (line: string) => (refused.test(line) || meant.test(line) ? 0 : heard.push(line));
      const listen = (to: BrowserContext) => {
        to.on("console", (line) => (["error", "warning"].includes(line.type()) ? hear(line.text()) : 0));
        to.on("weberror", (error) => hear(String(error.error())));
      };
      listen(context);
      await use(listen);
      expect(heard, "console and page errors").toEqual([]);
    },
    { auto: true },
  ],
  somebody: async ({ browser, silence }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (viewport) => {
      const context = await browser.newContext({ viewport });
      contexts.push(context);
      silence(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Whether this run has scripts. */
export function hasScripts(): boolean {
  return !test.info().project.name.startsWith("no scripts");
}

/** Gives the page a sign that somebody uses it, at which it wakes. */
export async function touch(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("touchstart")));
}

/** Waits until the page answers: where scripts run, until the wasm is awake. */
export async function awake(page: Page): Promise<void> {
  if (!hasScripts()) return;
  await touch(page);
  await page.locator("html[data-awake]").waitFor();
}

/** Opens a page and waits until it answers. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await awake(page);
}

/** What axe finds against WCAG 2.2 AA, with the places. */
export async function violations(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Holds the page to WCAG 2.2 AA. axe is a script itself, so it looks only where scripts run. */
export async function expectAccessible(page: Page): Promise<void> {
  if (hasScripts()) expect(await violations(page)).toEqual([]);
}

export { expect, type Page };
