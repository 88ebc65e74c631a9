// What everybody reads: found, filtered, supported, followed; published and taken back by an officer; on phone and desk.
import { awake, desktop, expect, expectAccessible, open, phone, test, violations, type Page } from "./fixtures";
import { onward, readReceipt, send, signIn } from "./steps";

/** The public pages; `{case}` is the first report of the list. */
const pages = [
  "/laporan",
  "/laporan?q=izin&keadaan=open",
  "/laporan?q=tidakadasatupun",
  "/laporan/peta",
  "/laporan/{case}",
  "/instansi",
  "/instansi/DPMPTSP",
];

async function firstCase(page: Page): Promise<string> {
  await open(page, "/laporan");
  const href = await page.locator("main h3 a").first().getAttribute("href");
  return href!.replace("/laporan/", "");
}

async function addressOf(page: Page, path: string): Promise<string> {
  return path.includes("{case}") ? path.replace("{case}", await firstCase(page)) : path;
}

for (const path of pages) {
  test(`${path} is accessible and fits, light and dark, in both languages`, async ({ page }) => {
    test.slow();
    const address = await addressOf(page, path);
    const found: string[] = [];
    for (const lang of ["id", "en"]) {
      await open(page, "/");
      await page.context().addCookies([{ name: "bahasa", value: lang, url: page.url() }]);
      await open(page, address);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      for (const viewport of [phone, desktop]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          found.push(...(await violations(page)).map((line) => `${lang}, ${viewport.width}, ${colorScheme}: ${line}`));
        }
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) found.push(`${lang}: ${width} px wide at 320 px`);
    }
    expect(found).toEqual([]);
  });
}

test("a reader finds a report by words and place, and the address keeps the question", async ({ page }) => {
  await open(page, "/laporan");
  await page.getByRole("searchbox", { name: "Cari" }).fill("izin");
  await page.getByRole("combobox", { name: "Keadaan" }).selectOption({ label: "Selesai" });
  await page.getByRole("button", { name: "Tampilkan" }).click();
  await expect(page).toHaveURL(/q=izin/);
  await expect(page).toHaveURL(/keadaan=done/);
  await awake(page);
  await expect(page.getByRole("heading", { name: /Laporan tentang “izin”/ })).toBeVisible();
  await page.getByRole("link", { name: "Hapus saringan" }).click();
  await expect(page).toHaveURL(/\/laporan$/);
});

test("the map of reports is drawn at a press, and the keyboard alone reads it", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await open(page, "/laporan/peta");
    await expect(page.locator("#map")).toHaveCount(0);
    await page.getByRole("button", { name: "Lihat di peta" }).focus();
    await page.keyboard.press("Enter");
    const map = page.getByRole("group", { name: "Peta laporan publik" });
    const count = map.getByRole("button", { name: /: \d+ laporan$/ }).first();
    await expect(count).toBeVisible();
    const named = await count.getAttribute("aria-label");
    await count.focus();
    await page.keyboard.press("Enter");
    const link = page.locator("#map-told").getByRole("link", { name: named!, exact: true });
    await expect(link).toHaveAttribute("href", /^\/laporan\?wilayah=65\.\d\d/);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  }
  await page.locator("#map-told").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/laporan\?wilayah=/);
  await expect(page.locator("main h3 a").first()).toBeVisible();
});

test("the keyboard alone reaches a report, supports it, and takes that back", async ({ page }) => {
  const code = await firstCase(page);
  await open(page, `/laporan/${code}`);
  const support = page.getByRole("button", { name: "Saya juga" });
  await support.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Anda mendukung laporan ini.")).toBeVisible();
  await awake(page);
  await page.getByRole("button", { name: "Batalkan dukungan" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Saya juga" })).toBeVisible();
  await expectAccessible(page);
});

test("a shared report says what it is before anything runs", async ({ request, page }) => {
  const code = await firstCase(page);
  const html = await (await request.get(`/laporan/${code}`)).text();
  for (const part of ['property="og:title"', 'rel="canonical"', 'hreflang="en"', "application/ld+json"]) {
    expect(html).toContain(part);
  }
  const feed = await request.get("/laporan/umpan.atom");
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  expect(await feed.text()).toContain(code);
});

test("the story that holds a telephone number is asked about once, and nothing typed is lost", async ({ page }) => {
  await open(page, "/lapor");
  const story = "Lampu jalan padam di depan pasar sejak tiga minggu. Hubungi saya di 0812 3456 7812.";
  await page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" }).fill(story);
  await page.getByRole("button", { name: "Lanjut", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link").first()).toHaveAttribute("href", "#body");
  await expect(page.getByText("08•• •••• ••12")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" })).toHaveValue(story);
  await expectAccessible(page);
  await page.getByRole("radio", { name: /Samarkan/ }).check();
  await onward(page, "Tempat dan waktunya");
  await page.getByRole("combobox", { name: "Kabupaten atau kota" }).selectOption({ label: "Bulungan" });
  await onward(page, "Instansi dan layanan");
  await onward(page, "Foto atau berkas");
  await onward(page, "Tentang Anda");
  await page.getByRole("checkbox", { name: "Saya mengerti bagaimana data saya dipakai" }).check();
  await send(page);
  await readReceipt(page);
});

test("an officer takes a report back, and its page is gone at once", async ({ page, somebody }) => {
  const reader = await somebody(phone);
  const code = await firstCase(reader);
  await signIn(page, "province");
  await open(page, `/meja/${code}`);
  await expect(page.getByRole("link", { name: "Buka halaman publik" })).toBeVisible();
  await open(page, `/meja/${code}#tarik`);
  await expectAccessible(page);
  const dialog = page.locator("#tarik");
  await dialog.getByRole("textbox", { name: "Alasan" }).fill("Masih memuat nama orang.");
  await dialog.getByRole("button", { name: "Tarik terbitan" }).click();
  await expect(page.getByText("Terbitan ditarik.").first()).toBeVisible();
  const gone = await reader.goto(`/laporan/${code}`);
  expect(gone!.status()).toBe(404);
});
