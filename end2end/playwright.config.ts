// Every journey runs twice: with scripts, and without. Debian's Chromium drives the release as it is shipped.
import { defineConfig } from "@playwright/test";

const port = 3117;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "id-ID",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // The tests may run as root in a container, where Chromium's own sandbox cannot start.
      args: ["--no-sandbox"],
    },
  },
  projects: [
    { name: "scripts" },
    { name: "no scripts", use: { javaScriptEnabled: false }, testIgnore: /(boot|budget)\.spec/ },
  ],
  webServer: {
    command: "node serve.mjs",
    env: { SINERGI_ADDRESS: `127.0.0.1:${port}` },
    url: `http://127.0.0.1:${port}/health/ready`,
    gracefulShutdown: { signal: "SIGTERM", timeout: 3000 },
    reuseExistingServer: false,
  },
});
