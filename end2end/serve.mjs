// Serves the release from a folder of its own, which goes when the tests end.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.env.TEST_PROGRAM;
if (!program) throw new Error("TEST_PROGRAM names the server to test: use `cargo xtask e2e`");

const folder = mkdtempSync(join(tmpdir(), "sinergi-"));
const server = spawn(program, ["serve"], {
  cwd: folder,
  env: { ...process.env, SINERGI_DATA_DIR: folder, RUST_LOG: "warn" },
  stdio: "inherit",
});
server.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill("SIGTERM"));
