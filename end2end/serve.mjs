// Serves the release from a folder of its own, which goes when the tests end. With `empty`: no demonstration, but the
// officers of the journeys, made as an operator makes them.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officers, password } from "./people.mjs";

const program = process.env.TEST_PROGRAM;
if (!program) throw new Error("TEST_PROGRAM names the server to test: use `cargo xtask e2e`");

const folder = mkdtempSync(join(tmpdir(), "sinergi-"));
const settings = { cwd: folder, env: { ...process.env, SINERGI_DATA_DIR: folder, RUST_LOG: "warn" } };
const isEmpty = process.argv.includes("empty");
if (isEmpty) {
  for (const { agency, role, name, signIn } of Object.values(officers)) {
    const described = ["--agency", agency, "--role", role, "--name", name, "--sign-in", signIn];
    execFileSync(program, ["admin", "create", ...described], { ...settings, input: password, stdio: ["pipe", "ignore", "inherit"] });
  }
}
const server = spawn(program, isEmpty ? ["serve", "--empty"] : ["serve"], { ...settings, stdio: "inherit" });
server.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill("SIGTERM"));
