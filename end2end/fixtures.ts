// What every browser test stands on: pages that must be silent, a way to open them, and axe.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

// Chromium reports every such answer as an error, but a refused form is meant to answer so.
const refused = /status of (401|403|404|409|422)/;

export const test = base.extend<{ meant: RegExp; silence: void }>({
  /** What a test breaks on purpose, as the console tells it. */
  meant: [/^$/, { option: true }],
  silence: [
    async ({ page, meant }, use) => {
      const heard: string[] = [];
      const hear = (line: string) => (refused.test(line) || meant.test(line) ? 0 : heard.push(line));
      page.on("console", (line) => (["error", "warning"].includes(line.type()) ? hear(line.text()) : 0));
      page.on("pageerror", (error) => hear(String(error)));
      await use();
      expect(heard, "console and page errors").toEqual([]);
    },
    { auto: true },
  ],
});

/** Whether this run has scripts. */
export function hasScripts(): boolean {
  return test.info().project.name === "scripts";
}

/** Waits until the page answers: where scripts run, until the wasm is awake. */
export async function awake(page: Page): Promise<void> {
  if (hasScripts()) await page.locator("html[data-awake]").waitFor();
}

/** Opens a page and waits until it answers. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await awake(page);
}

/** Holds the page to WCAG 2.2 AA. axe is a script itself, so it looks only where scripts run. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!hasScripts()) return;
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  const found = violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found).toEqual([]);
}

export { expect };
