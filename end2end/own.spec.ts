// What belongs to the reporter, as a browser shows it: the receipt on paper, what a scanned code does, the copy of
// their data, and the receipt of a report that an officer typed in.
import { desktop, expect, expectAccessible, hasScripts, open, phone, test, type Page } from "./fixtures";
import { file, signIn, step, story, track } from "./steps";

/** Pages that the page takes on paper. */
async function sheets(page: Page, format: "A4" | "A5"): Promise<number> {
  const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test("a receipt is one sheet of paper, on A4 and on A5", async ({ page }) => {
  await page.setViewportSize(phone);
  await file(page, story("Untuk dicetak."));
  await expect(page.getByRole("img", { name: /KTR-/ })).toBeVisible();
  expect([await sheets(page, "A4"), await sheets(page, "A5")]).toEqual([1, 1]);
});

test("a scanned code brings the secret along and leaves it in no address", async ({ page, somebody }) => {
  test.skip(!hasScripts(), "the fragment of an address is read by a script; without one the secret is typed");
  const { code, secret } = await file(page, story("Untuk dipindai."));
  const scanned = await somebody(phone);
  await open(scanned, `/lacak/${code}#${secret}`);
  await expect(scanned.getByRole("textbox", { name: "Kunci rahasia" })).toHaveValue(secret);
  await expect(scanned).toHaveURL(new RegExp(`/lacak/${code}$`));
  await scanned.getByRole("button", { name: "Lihat laporan" }).click();
  await expect(scanned.getByRole("heading", { name: "Percakapan" })).toBeVisible();
});

test("the copy of my data is read and downloaded", async ({ page }) => {
  const { code } = await file(page, story("Untuk disalin."));
  await open(page, `/lacak/${code}`);
  await page.getByRole("link", { name: "Lihat atau unduh data saya" }).click();
  await expect(page.getByText("Markus Lenjau").first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh sebagai JSON" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`data-saya-${code}.json`);
});

test("an officer types in for a citizen with the keyboard, and hands over the receipt", async ({ somebody }) => {
  const officer = await somebody(desktop);
  await signIn(officer, "licensing");
  await open(officer, "/meja/bantu");
  await expectAccessible(officer);
  await step("all of it stands on one screen, and Enter sends", async () => {
    await officer.getByRole("textbox", { name: "Ceritakan apa yang terjadi" }).fill(story("Diceritakan di loket."));
    await officer.getByRole("combobox", { name: "Kabupaten atau kota" }).selectOption({ label: "Bulungan" });
    await officer.getByRole("checkbox", { name: "Warga sudah mendengar dan setuju" }).check();
    const name = officer.getByRole("textbox", { name: "Nama warga" });
    await name.fill("Markus Lenjau");
    await name.press("Enter");
  });
  await expect(officer.getByRole("heading", { name: "Serahkan bukti ini kepada warga" })).toBeVisible();
  await expectAccessible(officer);
  const handed = officer.getByRole("article", { name: "Bukti laporan" }).getByRole("definition");
  const receipt = { code: await handed.nth(0).innerText(), secret: await handed.nth(1).innerText() };
  const citizen = await somebody(phone);
  await track(citizen, receipt);
  await expect(citizen.getByText("Diterima, diisikan oleh DPMPTSP")).toBeVisible();
});
