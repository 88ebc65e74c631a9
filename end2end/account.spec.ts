// The account that a citizen may have: signing in by a link that came by e-mail, reports that open on any phone, and
// the ways out. The mail is read as its owner reads it.
import { mailboxPort } from "./mailbox.mjs";
import { desktop, expect, expectAccessible, hasScripts, open, phone, test, type Page } from "./fixtures";
import { expectDone, file, fillReport, onward, readReceipt, step, story, track } from "./steps";

/** An address of one test and one run alone. */
const address = (who: string) => `${who}.${hasScripts() ? "skrip" : "polos"}@contoh.id`;

/** Letters to this address, oldest first, as they read. */
async function letters(to: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${mailboxPort}/`);
  const all: string[] = await answer.json();
  const read = all.map((letter) => letter.replace(/=\n/g, "").replace(/=3D/g, "="));
  return read.filter((letter) => letter.includes(`To: ${to}`));
}

/** Asks for a link at `/saya`, and gives its path. */
async function askForLink(page: Page, to: string): Promise<string> {
  const before = (await letters(to)).length;
  await open(page, "/saya");
  await page.getByRole("textbox", { name: "Alamat surel" }).fill(to);
  await page.getByRole("button", { name: "Kirim tautan masuk" }).click();
  await expect(page.getByText("Periksa surel Anda")).toBeVisible();
  await expect.poll(async () => (await letters(to)).length, { timeout: 20_000 }).toBe(before + 1);
  const link = (await letters(to))[before].match(/http:\/\/localhost:\d+(\/k\/\S+)/);
  expect(link, "the letter has a link").not.toBeNull();
  return link![1];
}

/** Signs in by a link. */
async function signInByMail(page: Page, to: string): Promise<void> {
  await open(page, await askForLink(page, to));
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByText(/^Masuk sebagai /)).toBeVisible();
}

/** The line of a report in the list. */
const line = (page: Page, code: string) => page.getByRole("listitem").filter({ hasText: code });

test.use({ viewport: phone });

test("a link opens the account by its button, once, and shows whose it is", async ({ page, somebody }) => {
  const to = address("satu.kali");
  await open(page, "/laporan-saya");
  await page.getByRole("link", { name: "Akun saya" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Akun saya" })).toBeVisible();
  await expectAccessible(page);
  const path = await askForLink(page, to);
  await step("a program that reads mail opens it first", async () => {
    const scanner = await somebody(desktop);
    await open(scanner, path);
    await expect(scanner.getByRole("heading", { name: "Masuk ke akun?" })).toBeVisible();
    await expectAccessible(scanner);
  });
  await open(page, path);
  await expect(page.getByText("s•••@contoh.id")).toBeVisible();
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByText("Masuk sebagai s•••@contoh.id")).toBeVisible();
  await expect(page.getByText("Belum ada laporan di akun ini")).toBeVisible();
  await expectAccessible(page);
  await open(page, path);
  await expect(page.getByRole("heading", { name: "Tautan masuk ini tidak berlaku lagi" })).toBeVisible();
});

test("what is no address is said at its field, and stays as it was typed", async ({ page }) => {
  await open(page, "/saya");
  const field = page.getByRole("textbox", { name: "Alamat surel" });
  await field.fill("warga di rumah");
  await page.getByRole("button", { name: "Kirim tautan masuk" }).click();
  await expect(page.locator("[role=alert] a").first()).toBeVisible();
  await expect(field).toHaveValue("warga di rumah");
  await expectAccessible(page);
});

test("a report filed while signed in opens on another phone, without its secret", async ({ page, somebody }) => {
  test.slow();
  const to = address("dua.ponsel");
  await signInByMail(page, to);
  await open(page, "/lapor");
  await fillReport(page, story("Untuk akun."));
  await onward(page, "Periksa, lalu kirim");
  const keep = page.getByRole("checkbox", { name: /Simpan juga di akun saya/ });
  await expect(keep).toBeVisible();
  await expect(keep).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kirim laporan" }).click();
  const { code } = await readReceipt(page);
  const other = await somebody(phone);
  await signInByMail(other, to);
  await expect(line(other, code)).toBeVisible();
  await expectAccessible(other);
  await line(other, code).getByRole("link").click();
  await expect(other.getByRole("heading", { name: "Percakapan" })).toBeVisible();
  await expect(other.getByText("Laporan ini ada di akun Anda")).toBeVisible();
  await step("signed out, its secret is asked for again", async () => {
    await open(other, "/saya");
    await other.getByRole("button", { name: "Keluar dari akun" }).click();
    await expectDone(other, "Anda sudah keluar dari akun.");
    await open(other, `/lacak/${code}`);
    await expect(other.getByRole("textbox", { name: "Kunci rahasia" })).toBeVisible();
  });
});

test("a report comes into the account by its page or its receipt, and leaves it again", async ({ page }) => {
  test.slow();
  const [first, second] = [await file(page, story("Dari halamannya.")), await file(page, story("Dari buktinya."))];
  await signInByMail(page, address("dua.jalan"));
  await step("by one button on its page", async () => {
    await track(page, first);
    await page.getByRole("button", { name: "Simpan ke akun saya" }).click();
    await expectDone(page, "Laporan itu ada di akun Anda.");
    await expect(line(page, first.code)).toBeVisible();
  });
  await step("by code and secret", async () => {
    await page.getByRole("textbox", { name: "Kode laporan" }).fill(second.code);
    await page.getByRole("textbox", { name: "Kunci rahasia" }).fill(second.secret);
    await page.getByRole("button", { name: "Tambahkan ke akun" }).click();
    await expect(line(page, second.code)).toBeVisible();
  });
  await step("taken out, it is still there", async () => {
    await page.getByRole("button", { name: `Keluarkan ${first.code} dari akun` }).click();
    await expect(line(page, first.code)).toHaveCount(0);
    await expect(line(page, second.code)).toBeVisible();
    await track(page, first);
    await expect(page.getByRole("heading", { name: "Percakapan" })).toBeVisible();
  });
  await step("the account goes, the reports stay", async () => {
    await open(page, "/saya");
    await page.locator("summary", { hasText: "Hapus akun" }).click();
    await page.locator("details.more form button").click();
    await expectDone(page, "Akun dihapus. Laporan Anda tetap ada.");
    await track(page, second);
    await expect(page.getByRole("heading", { name: "Percakapan" })).toBeVisible();
  });
});

test("the copy of the form that a phone keeps holds nothing of the account", async ({ page }) => {
  test.skip(!hasScripts(), "a service worker is a script");
  await signInByMail(page, address("salinan"));
  await open(page, "/lapor");
  await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => !!ready.active));
  await open(page, "/lapor");
  await expect(page.locator("input[name=account]")).toBeAttached();
  const copy = await page.evaluate(async () => {
    const kept = await caches.match("/lapor", { ignoreVary: true });
    return kept ? kept.text() : "";
  });
  expect(copy).toContain("name=\"body\"");
  expect(copy).not.toContain("name=\"account\"");
  expect(copy).not.toContain("•••@contoh.id");
});
