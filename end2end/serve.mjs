// Serves the release from a folder of its own, which goes when the tests end. With `empty`: no demonstration, but the
// officers of the journeys, made as an operator makes them. With `mail`: letters are sent, to a mailbox of the tests.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMailbox, smtpPort } from "./mailbox.mjs";
import { officers, password } from "./people.mjs";

const program = process.env.TEST_PROGRAM;
if (!program) throw new Error("TEST_PROGRAM names the server to test: use `cargo xtask e2e`");

const folder = mkdtempSync(join(tmpdir(), "sinergi-"));
const settings = { cwd: folder, env: { ...process.env, SINERGI_DATA_DIR: folder, RUST_LOG: "warn" } };
if (process.argv.includes("mail")) {
  openMailbox();
  const port = process.env.SINERGI_ADDRESS.split(":").pop();
  settings.env.SINERGI_SITE_URL = `http://localhost:${port}`;
  settings.env.SINERGI_SMTP_URL = `smtp://127.0.0.1:${smtpPort}`;
  settings.env.SINERGI_MAIL_FROM = "Sinergi <kabar@contoh.id>";
}
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
