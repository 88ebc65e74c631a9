// What citizens and officers do, step by step, as a person does it: by labels, links and buttons.
import { officers, password } from "./people.mjs";
import { awake, expect, hasScripts, open, test, type Page } from "./fixtures";

/** Files of a form: paths, or made by a test. */
export type Files = string[] | { name: string; mimeType: string; buffer: Buffer }[];

/** What the receipt hands out. */
export interface Receipt {
  code: string;
  secret: string;
}

/** The story every report tells, with `what` of its own. */
export const story = (what: string) =>
  `Permohonan izin penambangan batuan saya di Jelarai belum dijawab sejak dua bulan lalu. ${what}`;

/** Goes to the next step of the form. Without scripts all of it is on one page. */
export async function onward(page: Page, heading: string): Promise<void> {
  if (!hasScripts()) return;
  await page.getByRole("button", { name: "Lanjut", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: heading })).toBeFocused();
}

/** Goes on past the questions about a licence, which are asked only where the story suggests one. */
export async function pastQuestions(page: Page): Promise<void> {
  if (!hasScripts()) return;
  await page.getByRole("button", { name: "Lanjut", exact: true }).click();
  const heading = page.getByRole("heading", { level: 2, name: /^(Bila tentang izin|Foto atau berkas)$/ });
  await expect(heading).toBeFocused();
  if ((await heading.innerText()) === "Bila tentang izin") await onward(page, "Foto atau berkas");
}

/** What becomes of a name or number in the story, once the page has asked. */
export type Masking = "keep" | "mask";

async function choose(page: Page, masking: Masking): Promise<void> {
  await page.locator(`input[name=masking][value=${masking}]`).check();
}

/**
 * Fills in the filing form about a licence: agency left open, place chosen, files added, consent given. With scripts
 * the page asks at the story what becomes of a name or number in it; without them when it was sent.
 */
export async function fillReport(page: Page, body: string, files: Files = [], masking?: Masking): Promise<void> {
  await page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" }).fill(body);
  if (masking && hasScripts()) {
    await page.getByRole("button", { name: "Lanjut", exact: true }).click();
    await choose(page, masking);
  }
  await onward(page, "Tempat dan waktunya");
  await page.getByRole("combobox", { name: "Kabupaten atau kota" }).selectOption({ label: "Bulungan" });
  await page.getByRole("combobox", { name: "Kecamatan" }).selectOption({ label: "Tanjung Selor" });
  await onward(page, "Instansi dan layanan");
  await page.getByRole("combobox", { name: "Layanan" }).selectOption({ label: "Surat Izin Penambangan Batuan (SIPB)" });
  await onward(page, "Bila tentang izin");
  await page.getByRole("textbox", { name: "Nomor permohonan" }).fill("SIPB-2026-0117");
  await onward(page, "Foto atau berkas");
  if (files.length > 0) {
    await page.getByLabel("Pilih foto, PDF, atau video pendek").setInputFiles(files);
    if (hasScripts()) await expect(page.getByText(`${files.length} berkas dari 5`)).toBeVisible();
  }
  await onward(page, "Tentang Anda");
  await page.getByRole("textbox", { name: /^Nama/ }).fill("Markus Lenjau");
  await page.getByRole("checkbox", { name: "Saya mengerti bagaimana data saya dipakai" }).check();
}

/** Presses "send": with scripts, after everything was read once more. */
export async function send(page: Page): Promise<void> {
  await onward(page, "Periksa, lalu kirim");
  await page.getByRole("button", { name: "Kirim laporan" }).click();
}

/** Files a report and reads code and secret from its receipt. */
export async function file(page: Page, body: string, masking?: Masking): Promise<Receipt> {
  await open(page, "/lapor");
  await fillReport(page, body, [], masking);
  await send(page);
  if (masking && !hasScripts()) {
    await choose(page, masking);
    await send(page);
  }
  return readReceipt(page);
}

/** Code and secret, as the receipt shows them. */
export async function readReceipt(page: Page): Promise<Receipt> {
  await expect(page.getByRole("heading", { name: "Laporan Anda kami terima" })).toBeVisible();
  await awake(page);
  const handed = page.getByRole("article", { name: "Bukti laporan" }).getByRole("definition");
  const [code, secret] = [await handed.nth(0).innerText(), await handed.nth(1).innerText()];
  expect(code).toMatch(/^KTR-\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  return { code, secret };
}

/** Opens a report with its code and secret. */
export async function track(page: Page, { code, secret }: Receipt): Promise<void> {
  await open(page, "/lacak");
  await page.getByRole("textbox", { name: "Kode laporan" }).fill(code);
  await page.getByRole("textbox", { name: "Kunci rahasia" }).fill(secret);
  await page.getByRole("button", { name: "Lihat laporan" }).click();
}

/** Signs an officer in. */
export async function signIn(page: Page, who: keyof typeof officers): Promise<void> {
  await open(page, "/masuk");
  await page.getByRole("textbox", { name: "Nama masuk" }).fill(officers[who].signIn);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByText(`Akun ${officers[who].name.split(" ")[0]}`)).toBeAttached();
  await awake(page);
}

/** Opens a case from the queue of the officer's desk. */
export async function openFromQueue(page: Page, view: string, code: string): Promise<void> {
  await open(page, "/meja");
  await page.getByRole("link", { name: view }).click();
  await page.getByRole("row").filter({ hasText: code }).getByRole("link").click();
  await expect(page).toHaveTitle(new RegExp(`^${code}`));
  await awake(page);
}

/** Waits for the sentence by which a page tells that something was done. */
export async function expectDone(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: sentence })).toBeVisible();
  await awake(page);
}

/** A day `days` days from now, as a date field takes it. */
export function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A step with its name in the report of the run. */
export const step = test.step;
