// Every journey runs twice: with scripts, and without, each on an archive of its own. What needs a full archive reads
// the demonstration. Debian's Chromium drives the release as it is shipped.
import { defineConfig } from "@playwright/test";

// Three ports in a row; the first can be chosen, so that two checkouts can be tested at once.
const first = Number(process.env.TEST_PORT ?? 3117);
const ports = { scripts: first, "no scripts": first + 1, demonstration: first + 2 };
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
    { name: "scripts", use: { baseURL: address(ports.scripts) }, testIgnore: /(pages|public)\.spec/ },
    {
      name: "no scripts",
      use: { baseURL: address(ports["no scripts"]), javaScriptEnabled: false },
      testIgnore: /(boot|budget|keyboard|offline|pages|public)\.spec/,
    },
    { name: "demonstration", use: { baseURL: address(ports.demonstration) }, testMatch: /(pages|public)\.spec/ },
  ],
  webServer: [
    server(ports.scripts, "empty"),
    server(ports["no scripts"], "empty"),
    server(ports.demonstration, "full"),
  ],
});
