// What a phone does by itself: drafts that survive, a form that opens without a line, and reports that are sent once,
// wherever the line breaks.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { awake, desktop, expect, expectAccessible, open, phone, test, type Page } from "./fixtures";
import { Line, type Cut } from "./line";
import { fillReport, onward, openFromQueue, send, signIn, story } from "./steps";

test.use({ viewport: phone, meant: /net::ERR_|Failed to load resource|Failed to fetch|FetchEvent|wake|NetworkError/ });

const body = (page: Page) => page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" });
const kept = (page: Page) => page.getByText(/Draf tersimpan di ponsel ini/);

/** A photo of `width` × `height` points of noise, which hardly shrinks. */
async function photo(page: Page, name: string, width: number, height: number) {
  const base64 = await page.evaluate(
    async ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d")!;
      const noise = context.createImageData(width, height);
      for (let at = 0; at < noise.data.length; at += 65_536) {
        crypto.getRandomValues(noise.data.subarray(at, Math.min(at + 65_536, noise.data.length)));
      }
      for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
      context.putImageData(noise, 0, 0);
      return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
    },
    [width, height],
  );
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
}

/** Waits until the service worker has everything. */
async function prepared(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => !!ready.active));
}

test.describe("drafts", () => {
  test("what was typed survives a reload, a change of language, and the tab", async ({ page, context }) => {
    await open(page, "/lapor");
    await body(page).fill("Jalan ke dermaga Sebatik berlubang sejak Agustus.");
    await onward(page, "Tempat dan waktunya");
    await page.getByRole("combobox", { name: "Kabupaten atau kota" }).selectOption({ label: "Nunukan" });
    await page.getByRole("combobox", { name: "Kecamatan" }).selectOption({ label: "Sebatik" });
    await expect(kept(page)).toBeVisible();
    await page.waitForTimeout(600);
    await page.reload();
    await awake(page);
    const district = page.getByRole("combobox", { name: "Kecamatan" });
    await expect(district).toBeVisible();
    await expect(district.locator("option:checked")).toHaveText("Sebatik");

    await page.getByRole("button", { name: "English" }).click();
    await awake(page);
    await expect(page.getByRole("combobox", { name: "District" }).locator("option:checked")).toHaveText("Sebatik");
    await page.getByRole("button", { name: "Bahasa Indonesia" }).click();
    await awake(page);

    await page.close();
    const again = await context.newPage();
    await open(again, "/lapor");
    const drafts = again.getByRole("region", { name: "Draf di ponsel ini" });
    await expect(drafts.getByRole("listitem")).toHaveCount(1);
    await expectAccessible(again);
    await drafts.getByRole("button", { name: "Lanjutkan" }).click();
    await expect(again.getByRole("combobox", { name: "Kecamatan" }).locator("option:checked")).toHaveText("Sebatik");
    await again.goto("/lapor#part-event");
    await awake(again);
    await expect(body(again)).toHaveValue("Jalan ke dermaga Sebatik berlubang sejak Agustus.");
  });

  test("several drafts lie side by side, and each can be deleted", async ({ page }) => {
    await open(page, "/lapor");
    await body(page).fill("Yang pertama.");
    await expect(kept(page)).toBeVisible();
    await page.waitForTimeout(600);
    await page.evaluate(() => sessionStorage.clear());
    await open(page, "/lapor");
    await body(page).fill("Yang kedua.");
    await expect(kept(page)).toBeVisible();
    await page.waitForTimeout(600);
    await open(page, "/laporan-saya");
    const drafts = page.getByRole("region", { name: "Draf di ponsel ini" });
    await expect(drafts.getByRole("listitem")).toHaveText([/Yang kedua/, /Yang pertama/]);
    await drafts.getByRole("listitem").first().getByRole("button", { name: "Hapus" }).click();
    await expect(drafts.getByRole("listitem")).toHaveText([/Yang pertama/]);
  });

  test("a draft with a photo survives the restart of the phone", async ({ baseURL }) => {
    const folder = mkdtempSync(join(tmpdir(), "sinergi-phone-"));
    const start = () =>
      chromium.launchPersistentContext(folder, {
        baseURL,
        viewport: phone,
        locale: "id-ID",
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
      });
    let context = await start();
    let page = await context.newPage();
    await open(page, "/lapor");
    await body(page).fill("Foto ini harus tetap ada.");
    await open(page, "/lapor#part-files");
    await page.locator("#files").setInputFiles([await photo(page, "jalan.jpg", 400, 300)]);
    await expect(page.getByText("1 berkas dari 5")).toBeVisible();
    await page.waitForTimeout(600);
    await context.close();

    context = await start();
    page = await context.newPage();
    await open(page, "/lapor");
    await page.getByRole("button", { name: "Lanjutkan" }).click();
    await expect(page.getByText("jalan.jpg", { exact: true })).toBeVisible();
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

test.describe("without a line", () => {
  test("the form opens, is filled in and queued, and goes by itself when the line is back", async ({ browser, baseURL, silence }) => {
    const line = await Line.open(baseURL!);
    const context = await browser.newContext({ baseURL: line.address, viewport: phone, locale: "id-ID" });
    silence(context);
    const page = await context.newPage();
    await open(page, "/bantuan");
    await prepared(page);
    line.isDown = true;
    await context.setOffline(true);
    for (const path of ["/", "/lacak", "/bantuan", "/laporan-saya"]) {
      await open(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await page.goto("/sinergi");
    await expect(page.getByRole("heading", { name: "Halaman ini belum tersimpan di ponsel" })).toBeVisible();
    await open(page, "/lapor");
    await expect(page.getByText("Anda sedang luring")).toBeVisible();
    await fillReport(page, story("Ditulis tanpa jaringan."));
    await send(page);
    await expect(page.getByRole("heading", { name: "Menunggu jaringan" })).toBeVisible();
    await expectAccessible(page);
    await open(page, "/");
    await expect(page.getByRole("link", { name: "Satu laporan menunggu dikirim" })).toBeVisible();

    line.isDown = false;
    await context.setOffline(false);
    await open(page, "/laporan-saya");
    await expect(page.getByText(/Diterima, nomor KTR-/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Satu laporan menunggu dikirim" })).toHaveCount(0);
    await page.getByRole("button", { name: "Buka laporan" }).click();
    await expect(page).toHaveURL(/\/lacak\/KTR-/);
    await open(page, "/lapor/bukti");
    await expect(page.getByText("Ditulis di ponsel")).toBeVisible();
    await context.close();
    line.close();
  });

  test("two reports of one kept form are two cases", async ({ browser, baseURL, silence }) => {
    const line = await Line.open(baseURL!);
    const context = await browser.newContext({ baseURL: line.address, viewport: phone, locale: "id-ID" });
    silence(context);
    const page = await context.newPage();
    await open(page, "/bantuan");
    await prepared(page);
    line.isDown = true;
    await context.setOffline(true);
    for (const which of ["satu", "dua"]) {
      await open(page, "/lapor");
      await fillReport(page, story(`Laporan ${which}.`));
      await send(page);
      await expect(page.getByRole("heading", { name: "Menunggu jaringan" })).toBeVisible();
    }
    line.isDown = false;
    await context.setOffline(false);
    await open(page, "/laporan-saya");
    await expect(page.getByText(/Diterima, nomor KTR-/)).toHaveCount(2);
    const codes = await page.getByText(/Diterima, nomor KTR-/).allInnerTexts();
    expect(new Set(codes).size).toBe(2);
    await context.close();
    line.close();
  });
});

/** Where the line breaks: at which piece of the photos, or at which other request, and on which side of it. */
const cuts: [string, (asked: { method?: string; url?: string }, pieces: number) => Cut][] = [
  ["before anything is sent", (asked) => (asked.url?.startsWith("/unggah/") ? "before" : undefined)],
  ...[1, 2, 3, 4, 5, 6].map((piece): [string, (asked: { method?: string }, pieces: number) => Cut] => [
    `during piece ${piece}`,
    (asked, pieces) => (asked.method === "PATCH" && pieces === piece ? (piece % 2 ? "before" : "after") : undefined),
  ]),
  ["after the last piece, before the form", (asked) => (asked.method === "POST" && asked.url === "/lapor" ? "before" : undefined)],
  ["after the form, before the answer", (asked) => (asked.method === "POST" && asked.url === "/lapor" ? "after" : undefined)],
  ["after the answer, before the receipt", (asked) => (asked.url === "/lapor/bukti" ? "before" : undefined)],
];

test.describe("the line breaks, and the tab is closed", () => {
  for (const [at, [name, cut]] of cuts.entries()) {
    test(`${name}: one case, all photos, one number`, async ({ browser, baseURL, silence, somebody }) => {
      test.slow();
      const line = await Line.open(baseURL!);
      const context = await browser.newContext({ baseURL: line.address, viewport: phone, locale: "id-ID" });
      silence(context);
      const page = await context.newPage();
      const mark = `Putus ${at} ${Date.now()}`;
      await open(page, "/lapor");
      const photos: Awaited<ReturnType<typeof photo>>[] = [];
      for (const name of ["a.jpg", "b.jpg", "c.jpg"]) photos.push(await photo(page, name, 900, 640));
      await fillReport(page, `${mark}. ${story("Fotonya tiga.")}`, photos);
      let pieces = 0;
      line.cutAt = (asked) => {
        if (asked.method === "PATCH") pieces += 1;
        return cut(asked, pieces);
      };
      await send(page);
      await expect.poll(() => line.isDown).toBe(true);
      await page.close();

      line.cutAt = () => undefined;
      line.isDown = false;
      const again = await context.newPage();
      await open(again, "/laporan-saya");
      await expect(again.getByText(/Diterima, nomor KTR-/)).toHaveCount(1);
      await expect(again.getByRole("heading", { name: "Antrean kirim" })).toHaveCount(0);
      await again.getByRole("button", { name: "Buka laporan" }).click();
      await expect(again).toHaveURL(/\/lacak\/KTR-/);
      await awake(again);
      for (const { name } of photos) await expect(again.getByRole("link", { name: new RegExp(name) }).first()).toBeVisible();

      const officer = await somebody(desktop);
      await signIn(officer, "licensing");
      const code = /KTR-[-0-9A-Z]+/.exec(again.url())![0];
      await openFromQueue(officer, "Perlu dikerjakan", code);
      await open(officer, "/meja");
      await expect(officer.getByRole("row").filter({ hasText: mark })).toHaveCount(1);
      await context.close();
      line.close();
    });
  }
});

test.describe("receipts on the phone", () => {
  test("a PIN locks them, opens them, and a wrong one does not", async ({ page }) => {
    await open(page, "/lapor");
    await fillReport(page, story("Untuk dikunci."));
    await send(page);
    await expect(page.getByRole("heading", { name: "Laporan Anda kami terima" })).toBeVisible();
    await open(page, "/laporan-saya");
    await expect(page.getByText(/Diterima, nomor KTR-/)).toBeVisible();
    await page.getByLabel("PIN", { exact: true }).fill("2468");
    await page.getByRole("button", { name: "Kunci dengan PIN" }).click();
    await expect(page.getByRole("button", { name: "Lepas kunci" })).toBeVisible();
    await open(page, "/laporan-saya");
    await expect(page.getByText("1 bukti terkunci.")).toBeVisible();
    await expect(page.getByText(/KTR-/)).toHaveCount(0);
    await expectAccessible(page);
    await page.getByLabel("PIN", { exact: true }).fill("1357");
    await page.getByRole("button", { name: "Buka kunci" }).click();
    await expect(page.getByText("PIN tidak cocok. Coba lagi.")).toBeVisible();
    await page.getByLabel("PIN", { exact: true }).fill("2468");
    await page.getByRole("button", { name: "Buka kunci" }).click();
    await expect(page.getByText(/Diterima, nomor KTR-/)).toBeVisible();
  });

  test("a phone of several people keeps nothing after sending", async ({ page }) => {
    await open(page, "/lapor");
    await fillReport(page, story("Dari ponsel bersama."));
    await page.getByRole("checkbox", { name: "Ini ponsel bersama" }).check();
    await send(page);
    await expect(page.getByRole("heading", { name: "Laporan Anda kami terima" })).toBeVisible();
    await open(page, "/laporan-saya");
    await expect(page.getByText("Belum ada laporan terkirim dari ponsel ini.")).toBeVisible();
    await expect(page.getByText("Belum ada draf di ponsel ini.")).toBeVisible();
  });
});

test("the page wakes without moving, and the reader stays where they are", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { cls: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.cls += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { seen });
  });
  await open(page, "/lapor");
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { seen: { cls: number } }).seen.cls)).toBe(0);
});
