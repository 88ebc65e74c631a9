// Every journey runs twice: with scripts, and without, each on an archive of its own. What needs a full archive reads
// the demonstration; what needs letters has a server whose mail can be read. Debian's Chromium drives the release as it
// is shipped.
import { defineConfig } from "@playwright/test";

// Six ports in a row, the last two for the mail; the first can be chosen, so that two checkouts can be tested at once.
const first = Number(process.env.TEST_PORT ?? 3117);
const ports = { scripts: first, "no scripts": first + 1, demonstration: first + 2, account: first + 3 };
const address = (port: number) => `http://localhost:${port}`;
const server = (port: number, how: string) => ({
  command: `node serve.mjs ${how}`,
  env: { SINERGI_ADDRESS: `127.0.0.1:${port}` },
  url: `http://127.0.0.1:${port}/health/ready`,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 3000 },
  reuseExistingServer: false,
});

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    locale: "id-ID",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // The tests may run as root in a container, where Chromium's own sandbox cannot start.
      args: ["--no-sandbox"],
    },
  },
  projects: [
    { name: "scripts", use: { baseURL: address(ports.scripts) }, testIgnore: /(account|pages|public)\.spec/ },
    {
      name: "no scripts",
      use: { baseURL: address(ports["no scripts"]), javaScriptEnabled: false },
      testIgnore: /(account|boot|budget|keyboard|offline|pages|public)\.spec/,
    },
    { name: "demonstration", use: { baseURL: address(ports.demonstration) }, testMatch: /(pages|public)\.spec/ },
    { name: "account", use: { baseURL: address(ports.account) }, testMatch: /account\.spec/ },
    {
      name: "no scripts, account",
      use: { baseURL: address(ports.account), javaScriptEnabled: false },
      testMatch: /account\.spec/,
    },
  ],
  webServer: [
    server(ports.scripts, "empty"),
    server(ports["no scripts"], "empty"),
    server(ports.demonstration, "full"),
    server(ports.account, "empty mail"),
  ],
});
