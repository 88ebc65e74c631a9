// With the keyboard only: file, read the receipt, track.
import { awake, expect, open, test, type Page } from "./fixtures";
import { readReceipt, story } from "./steps";

/** Presses Tab until the control is reached, as someone does who sees only the focus. */
async function tabTo(page: Page, name: string, role: Parameters<Page["getByRole"]>[0]): Promise<void> {
  const control = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${name}`);
}

test("the first Tab leads past the header", async ({ page }) => {
  await open(page, "/lacak");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Langsung ke isi" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

/** Presses the button that leads on, and stands on the heading of the next step. */
async function onward(page: Page, heading: string): Promise<void> {
  await tabTo(page, "Lanjut", "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: heading })).toBeFocused();
}

/** Leads on past the questions, which are asked only where the story suggests some. */
async function pastQuestions(page: Page): Promise<void> {
  await tabTo(page, "Lanjut", "button");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 2, name: /^(Bila tentang izin|Foto atau berkas)$/ });
  await expect(heading).toBeFocused();
  if ((await heading.innerText()) === "Bila tentang izin") await onward(page, "Foto atau berkas");
}

test("a report is filed and tracked with the keyboard only", async ({ page }) => {
  await open(page, "/lapor");
  await tabTo(page, "Ceritakan apa yang terjadi", "textbox");
  await page.keyboard.type("Pendek");
  await tabTo(page, "Lanjut", "button");
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert").filter({ hasText: "Belum terkirim." });
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const body = page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" });
  await expect(body).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(`. ${story("Diketik dengan papan ketik.")}`);
  await onward(page, "Tempat dan waktunya");
  await tabTo(page, "Kabupaten atau kota", "combobox");
  await page.keyboard.type("Bulungan");
  // In a field of one line, Enter leads on, as "Lanjut" does.
  await tabTo(page, "Patokan tempat", "textbox");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Instansi dan layanan" })).toBeFocused();
  await pastQuestions(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2, name: /^(Bila tentang izin|Instansi dan layanan)$/ })).toBeFocused();
  await pastQuestions(page);
  await onward(page, "Tentang Anda");
  await tabTo(page, "Saya mengerti", "checkbox");
  await page.keyboard.press("Space");
  await onward(page, "Periksa, lalu kirim");
  await tabTo(page, "Ubah Tempat", "link");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Tempat dan waktunya" })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2, name: "Periksa, lalu kirim" })).toBeFocused();
  await tabTo(page, "Kirim laporan", "button");
  await page.keyboard.press("Enter");

  const { code, secret } = await readReceipt(page);
  await open(page, "/lacak");
  await tabTo(page, "Kode laporan", "textbox");
  await page.keyboard.type(code.toLowerCase());
  await tabTo(page, "Kunci rahasia", "textbox");
  await page.keyboard.type(secret.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/lacak/${code}$`));
  await awake(page);
  await expect(page).toHaveTitle(new RegExp(`^${code}`));
});
