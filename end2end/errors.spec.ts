// What people mistype, and what changes while they write: nothing typed is lost, and every sentence names its field.
import type { Locator } from "@playwright/test";
import { awake, desktop, expect, expectAccessible, hasScripts, open, phone, test, type Page } from "./fixtures";
import { expectDone, file, fillReport, onward, openFromQueue, send, signIn, story, track } from "./steps";

test.use({ viewport: phone });

const wrong = (page: Page) => [
  { field: page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" }), says: /paling sedikit 20 huruf/ },
  { field: page.getByRole("combobox", { name: "Kabupaten atau kota" }), says: /Pilih kabupaten atau kota/ },
  { field: page.getByRole("textbox", { name: "NIB" }), says: /NIB terdiri dari 13 angka. Anda menulis 5/ },
  { field: page.getByRole("checkbox", { name: "Saya mengerti" }), says: /Beri tanda centang/ },
];

/** The summary leads to the wrong field, and the field says the same. */
async function expectWrong(summary: Locator, { field, says }: { field: Locator; says: RegExp }): Promise<void> {
  const link = summary.getByRole("link", { name: says });
  await expect(link).toHaveAttribute("href", `#${await field.getAttribute("id")}`);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(says);
}

test("a refused report keeps what was typed and leads to each wrong field", async ({ page }) => {
  await open(page, "/lapor");
  const fields = wrong(page);
  if (hasScripts()) {
    // Each step says what is wrong with it before the next one comes.
    const [story, regency, nib, consent] = fields;
    const summary = page.getByRole("alert").filter({ hasText: "Belum terkirim. Satu isian perlu diperiksa." });
    const next = page.getByRole("button", { name: "Lanjut", exact: true });
    const refused = async (one: (typeof fields)[number]) => {
      await next.click();
      await expect(summary).toBeFocused();
      await expectWrong(summary, one);
      await expectAccessible(page);
    };
    await story.field.fill("Terlalu pendek");
    await refused(story);
    await expect(story.field).toHaveValue("Terlalu pendek");
    await story.field.fill("Terlalu pendek, jadi saya tambah.");
    await onward(page, "Tempat dan waktunya");
    await refused(regency);
    await regency.field.selectOption({ label: "Bulungan" });
    await onward(page, "Instansi dan layanan");
    await page.getByRole("combobox", { name: "Layanan" }).selectOption({ label: "Surat Izin Penambangan Batuan (SIPB)" });
    await onward(page, "Bila tentang izin");
    await nib.field.fill("12345");
    await refused(nib);
    await nib.field.fill("");
    await onward(page, "Foto atau berkas");
    await onward(page, "Tentang Anda");
    await refused(consent);
    await consent.field.check();
    await send(page);
  } else {
    await fillReport(page, "Terlalu pendek");
    await page.getByRole("combobox", { name: "Kabupaten atau kota" }).selectOption("");
    await page.getByRole("textbox", { name: "NIB" }).fill("12345");
    await page.getByRole("checkbox", { name: "Saya mengerti" }).uncheck();
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "Belum terkirim. Ada 4 isian yang perlu diperiksa." });
    await expect(summary).toBeFocused();
    for (const one of fields) await expectWrong(summary, one);
    await expect(page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" })).toHaveValue("Terlalu pendek");
    await expect(page.getByRole("textbox", { name: "Nomor permohonan" })).toHaveValue("SIPB-2026-0117");
    await expect(page.getByRole("textbox", { name: "NIB" })).toHaveValue("12345");
    await page.getByRole("textbox", { name: "NIB" }).fill("");
    await fillReport(page, story("Sudah saya lengkapi."));
    await send(page);
  }
  await expect(page.getByRole("heading", { name: "Laporan Anda kami terima" })).toBeVisible();
});

test("what only the server can know is told on the step that asks for it", async ({ page }) => {
  await open(page, "/lapor");
  await fillReport(page, story("Desanya salah tulis."));
  if (hasScripts()) await page.goto("/lapor#part-place").then(() => awake(page));
  await page.getByRole("combobox", { name: "Desa atau kelurahan" }).fill("Desa Yang Tidak Ada");
  if (hasScripts()) {
    await onward(page, "Instansi dan layanan");
    await onward(page, "Bila tentang izin");
    await onward(page, "Foto atau berkas");
    await onward(page, "Tentang Anda");
  }
  await send(page);
  const summary = page.getByRole("alert").filter({ hasText: "Belum terkirim. Satu isian perlu diperiksa." });
  await expect(summary).toBeFocused();
  await expect(page.getByRole("combobox", { name: "Desa atau kelurahan" })).toBeVisible();
  await expectWrong(summary, {
    field: page.getByRole("combobox", { name: "Desa atau kelurahan" }),
    says: /Desa ini ada di kecamatan lain/,
  });
});

test("a wrong secret is told in one sentence, and a mistyped code in its own", async ({ page, somebody }) => {
  const receipt = await file(page, story("Untuk dilacak."));
  const stranger = await somebody(phone);
  await track(stranger, { ...receipt, secret: receipt.secret.split("").reverse().join("") });
  await expect(stranger.getByText("Kode atau kunci rahasia tidak cocok.").first()).toBeVisible();
  await expect(stranger.getByRole("textbox", { name: "Kode laporan" })).toHaveValue(receipt.code);
  await expectAccessible(stranger);
  await track(stranger, { ...receipt, code: "KTR-26-7F3K-9QX7" });
  await expect(stranger.getByText("Kode ini salah ketik.").first()).toBeVisible();
});

test("a case that changed meanwhile keeps what the officer typed", async ({ page, somebody }) => {
  const { code } = await file(page, story("Berubah saat ditulis."));
  const [first, second] = [await somebody(desktop), await somebody(desktop)];
  await signIn(first, "colleague");
  await openFromQueue(first, "Perlu dikerjakan", code);
  await signIn(second, "licensing");
  await openFromQueue(second, "Perlu dikerjakan", code);
  await second.getByRole("button", { name: "Verifikasi", exact: true }).click();
  await expectDone(second, "Terverifikasi.");

  const note = first.getByRole("textbox", { name: "Catatan untuk rekan" });
  await note.fill("Pemohon sudah ditelepon.");
  await first.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(first.getByRole("alert").filter({ hasText: "Laporan ini berubah saat Anda menulis" })).toBeVisible();
  await awake(first);
  await expect(note).toHaveValue("Pemohon sudah ditelepon.");
  await expectAccessible(first);
  await first.getByRole("button", { name: "Simpan catatan" }).click();
  await expectDone(first, "Catatan tersimpan.");
  await expect(first.getByText("Pemohon sudah ditelepon.")).toBeVisible();
  await expect(note).toHaveValue("");
});

test("another agency's case and no case look alike", async ({ page, somebody }) => {
  const { code } = await file(page, story("Milik DPMPTSP."));
  const mining = await somebody(desktop);
  await signIn(mining, "mining");
  const looks: string[] = [];
  for (const asked of [code, "KTR-26-7F3K-9QX6", "bukan-kode"]) {
    const answer = await mining.goto(`/meja/${asked}`);
    expect(answer?.status()).toBe(404);
    await awake(mining);
    await expect(mining.getByRole("heading", { level: 1, name: "Halaman ini tidak ada" })).toBeVisible();
    looks.push(await mining.locator("body").innerText());
  }
  expect(new Set(looks).size).toBe(1);
});

test("who may not sign in is told so, and what was asked for is kept", async ({ page }) => {
  await open(page, "/meja?antrean=late");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  await page.getByRole("textbox", { name: "Nama masuk" }).fill("penghubung.desdm");
  await page.getByLabel("Kata sandi").fill("bukan ini sandinya");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Nama masuk atau kata sandi tidak cocok.");
  await expect(page.getByRole("textbox", { name: "Nama masuk" })).toHaveValue("penghubung.desdm");
});
