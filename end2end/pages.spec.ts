// Every page of the main job, on phone and desk, light and dark, in both languages: accessible, and never wider than
// the screen.
import { awake, desktop, expect, open, phone, test, violations, type Page } from "./fixtures";
import { file, fillReport, onward, signIn, story } from "./steps";

/** The narrowest screen. */
const narrow = { width: 320, height: 640 };

/** How a page is reached: by its address, after what has to come before. */
const ways: [string, (page: Page) => Promise<void>][] = [
  ["/", (page) => open(page, "/")],
  ["/lapor", (page) => open(page, "/lapor")],
  ["/lapor, refused", refusedReport],
  ["/lapor, the last step", lastStep],
  ["/laporan-saya", myReports],
  ["/saya", (page) => open(page, "/saya")],
  ["/lapor/bukti", openReceipt],
  ["/lacak", (page) => open(page, "/lacak")],
  ["/lacak/{code}", openReport],
  ["/lacak/{code}/berkas-eskalasi", (page) => openOwn(page, "berkas-eskalasi")],
  ["/lacak/{code}/data-saya", (page) => openOwn(page, "data-saya")],
  ["/bantuan", (page) => open(page, "/bantuan")],
  ["/masuk", (page) => open(page, "/masuk")],
  ["/meja", openDesk],
  ["/meja/bantu", openAssist],
  ["/meja/{code}", openCase],
  ["/sinergi", (page) => signIn(page, "leader")],
  ["an address that is not ours", (page) => open(page, "/tidak-ada")],
];

async function refusedReport(page: Page): Promise<void> {
  await open(page, "/lapor");
  await page.locator("form.form .ways button:visible").last().click();
  await expect(page.locator("[role=alert] a").first()).toBeVisible();
}

async function lastStep(page: Page): Promise<void> {
  await open(page, "/lapor");
  await fillReport(page, story("Sebelum dikirim."));
  await onward(page, "Periksa, lalu kirim");
}

async function myReports(page: Page): Promise<void> {
  await file(page, story("Untuk daftar di ponsel."));
  await open(page, "/lapor");
  await page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" }).fill("Baru draf.");
  await expect(page.getByText(/Draf tersimpan di ponsel ini/)).toBeVisible();
  await open(page, "/laporan-saya");
  await expect(page.getByText(/Diterima, nomor KTR-/)).toBeVisible();
}

async function openReceipt(page: Page): Promise<void> {
  await file(page, story("Untuk buktinya."));
}

async function openReport(page: Page): Promise<void> {
  const { code } = await file(page, story("Untuk dilacak."));
  await open(page, `/lacak/${code}`);
}

async function openOwn(page: Page, part: string): Promise<void> {
  const { code } = await file(page, story("Untuk dibaca."));
  await open(page, `/lacak/${code}/${part}`);
}

async function openAssist(page: Page): Promise<void> {
  await signIn(page, "licensing");
  await open(page, "/meja/bantu");
}

async function openDesk(page: Page): Promise<void> {
  await signIn(page, "licensing");
  await open(page, "/meja");
}

async function openCase(page: Page): Promise<void> {
  await openDesk(page);
  await page.locator(".queue-table a.title").first().click();
  await expect(page).toHaveTitle(/^KTR-/);
}

/** Reads the same page in English; a form that was refused is sent once more. The draft keeps the step. */
async function inEnglish(page: Page, name: string): Promise<void> {
  await page.context().addCookies([{ name: "bahasa", value: "en", url: page.url() }]);
  if (name.includes("refused")) await refusedReport(page);
  // The address of a step differs by its fragment alone, which would not ask the server anew.
  else if (name.includes("step")) await page.reload();
  else await open(page, page.url());
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

/** What axe finds on each screen in each scheme, and whether the narrowest screen scrolls sideways. */
async function inspect(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      found.push(...(await violations(page)).map((line) => `${viewport.width} px, ${colorScheme}: ${line}`));
    }
  }
  await page.setViewportSize(narrow);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > narrow.width) found.push(`${width} px wide at ${narrow.width} px`);
  return found;
}

for (const [name, reach] of ways) {
  test(`${name} is accessible and fits, light and dark, in both languages`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(desktop);
    await reach(page);
    await awake(page);
    const found = await inspect(page);
    await page.setViewportSize(desktop);
    await inEnglish(page, name);
    found.push(...(await inspect(page)));
    expect(found).toEqual([]);
  });
}
