// Where it happened: the phone is asked, refuses, is far away; a point is written by hand, picked on a map, kept, and
// taken out again.
import { awake, expect, expectAccessible, hasScripts, open, phone, test, type Page } from "./fixtures";
import { onward, pastQuestions, send, story } from "./steps";

test.use({ viewport: phone });

const latitude = (page: Page) => page.locator("#latitude");
const longitude = (page: Page) => page.locator("#longitude");
const locate = (page: Page) => page.getByRole("button", { name: "Gunakan lokasi saya" });
const told = (page: Page) => page.locator("#spot-told");

/** Opens the form at its place. */
async function atPlace(page: Page): Promise<void> {
  await open(page, "/lapor");
  await page.getByRole("textbox", { name: "Ceritakan apa yang terjadi" }).fill(story("Titik di peta."));
  await onward(page, "Tempat dan waktunya");
}

test.describe("a phone that says where it is", () => {
  test.use({ permissions: ["geolocation"], geolocation: { latitude: 2.844123, longitude: 117.363991, accuracy: 12 } });

  test("fills in a point that survives a reload and is kept with the report", async ({ page }) => {
    test.skip(!hasScripts(), "the phone is asked by a script");
    await atPlace(page);
    await expect(page.getByText("Yang disimpan hanya satu titik")).toBeVisible();
    await locate(page).click();
    await expect(told(page)).toHaveText("Titik sudah diisi, tepat sampai sekitar 12 meter.");
    await expect(latitude(page)).toHaveValue("2.84412");
    await expect(longitude(page)).toHaveValue("117.36399");
    await expect(page.getByText("Titik ini paling dekat dengan Tanjung Selor, Bulungan.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Pilih Bulungan" }).click();
    await expect(page.getByRole("combobox", { name: "Kabupaten atau kota" }).locator("option:checked")).toHaveText("Bulungan");

    await expect(page.getByText(/Draf tersimpan di ponsel ini/)).toBeVisible();
    await page.waitForTimeout(600);
    await page.reload();
    await awake(page);
    await expect(latitude(page)).toHaveValue("2.84412");
    await onward(page, "Instansi dan layanan");
    await pastQuestions(page);
    await onward(page, "Tentang Anda");
    await page.getByRole("checkbox", { name: "Saya mengerti bagaimana data saya dipakai" }).check();
    await send(page);
    await expect(page.getByRole("heading", { name: "Laporan Anda kami terima" })).toBeVisible();
    const code = await page.getByRole("article", { name: "Bukti laporan" }).getByRole("definition").first().innerText();
    await open(page, `/lacak/${code}`);
    await expect(page.getByText("2.84412, 117.36399")).toBeVisible();
    await expect(page.getByRole("link", { name: "Lihat di OpenStreetMap" })).toHaveAttribute("href", /mlat=2\.84412&mlon=117\.36399/);
  });

  test("has its point taken out again", async ({ page }) => {
    test.skip(!hasScripts(), "the phone is asked by a script");
    await atPlace(page);
    await locate(page).click();
    await expect(latitude(page)).toHaveValue("2.84412");
    await page.getByRole("button", { name: "Hapus titik" }).click();
    await expect(told(page)).toHaveText("Titik dihapus.");
    await expect(latitude(page)).toBeHidden();
    await expect(latitude(page)).toHaveValue("");
    await expect(locate(page)).toBeFocused();
  });
});

test.describe("a phone far away", () => {
  test.use({ permissions: ["geolocation"], geolocation: { latitude: -6.2, longitude: 106.8 } });

  test("fills in nothing and says why", async ({ page }) => {
    test.skip(!hasScripts(), "the phone is asked by a script");
    await atPlace(page);
    await locate(page).click();
    await expect(told(page)).toContainText("di luar Kalimantan Utara");
    await expect(latitude(page)).toBeHidden();
  });
});

test.describe("a phone that refuses", () => {
  test.use({ permissions: [] });

  test("says what to do, and a point can be written by hand", async ({ page }) => {
    test.skip(!hasScripts(), "the phone is asked by a script");
    await atPlace(page);
    await locate(page).click();
    await expect(told(page)).toContainText("Ponsel tidak mengizinkan lokasi.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Tulis koordinat" }).click();
    await expect(latitude(page)).toBeFocused();
    await latitude(page).fill("-6.2");
    await longitude(page).fill("106.8");
    await page.getByRole("combobox", { name: "Kabupaten atau kota" }).selectOption({ label: "Nunukan" });
    await page.getByRole("button", { name: "Lanjut", exact: true }).click();
    await expect(page.locator("#latitude-e")).toContainText("di luar Kalimantan Utara");
    await latitude(page).fill("4,135");
    await longitude(page).fill("117,667");
    await onward(page, "Instansi dan layanan");
  });
});

const map = (page: Page) => page.getByRole("application", { name: "Peta untuk memilih titik kejadian" });
const pin = (page: Page) => page.getByRole("button", { name: "Penanda tempat kejadian" });

test.describe("a map on demand", () => {
  test("is fetched at a press, and a point is picked by pointer, by keyboard and by its fields", async ({ page }) => {
    test.skip(!hasScripts(), "a map is drawn by a script");
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const ofMaps = () => fetched.filter((path) => /^\/(map|peta)\//.test(path));
    await atPlace(page);
    expect(ofMaps()).toEqual([]);
    await page.getByRole("button", { name: "Pilih di peta" }).click();
    await expect(page.getByRole("link", { name: "Leaflet" })).toBeVisible();
    expect(ofMaps()).toContain("/map/leaflet.js");
    await expect(map(page).getByText("Tanjung Selor", { exact: true })).toBeVisible();
    await expectAccessible(page);

    await map(page).click({ position: { x: 190, y: 170 } });
    await expect(told(page)).toHaveText("Titik sudah diisi dari peta.");
    await expect(latitude(page)).toHaveValue(/^[1-4]\.\d{5}$/);
    const picked = await latitude(page).inputValue();
    await pin(page).focus();
    await page.keyboard.press("ArrowUp");
    await expect(latitude(page)).not.toHaveValue(picked);
    await expect(pin(page)).toBeFocused();
    await expectAccessible(page);

    await latitude(page).fill("4,135");
    await longitude(page).fill("117,667");
    await page.getByRole("button", { name: "Tutup peta" }).click();
    await expect(map(page)).toHaveCount(0);
    await expect(longitude(page)).toHaveValue("117,667");
    await page.getByRole("button", { name: "Pilih di peta" }).click();
    await expect(pin(page)).toBeVisible();
    await page.getByRole("button", { name: "Hapus titik" }).click();
    await expect(pin(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Tutup peta" }).click();
    await page.getByRole("button", { name: "Pilih di peta" }).click();
    await expect(page.getByRole("link", { name: "Leaflet" })).toBeVisible();
    await map(page).focus();
    await page.keyboard.press("Enter");
    await expect(pin(page)).toBeFocused();
    await expect(latitude(page)).toHaveValue(/^[1-4]\.\d{5}$/);
    expect(ofMaps().filter((path) => path === "/map/leaflet.js")).toHaveLength(1);
  });

  test("keeps the width of a narrow phone, in the dark and in English", async ({ page }) => {
    test.skip(!hasScripts(), "a map is drawn by a script");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await open(page, "/lapor");
    await page.context().addCookies([{ name: "bahasa", value: "en", url: page.url() }]);
    await open(page, "/lapor");
    await page.locator("#body").fill(story("Point on the map."));
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByRole("button", { name: "Pick on the map" }).click();
    await expect(page.getByRole("link", { name: "Leaflet" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.describe("a map that does not come", () => {
  test.use({ meant: /net::ERR_|Failed to load resource|Failed to fetch|FetchEvent|NetworkError/ });

  test("leaves the lists, says so, and comes when the line is back", async ({ page, context }) => {
    test.skip(!hasScripts(), "a map is drawn by a script");
    await atPlace(page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Pilih di peta" }).click();
    await expect(page.locator("#map-failed")).toHaveText("Peta tidak dapat dimuat. Pilih kecamatan dari daftar.");
    await expect(map(page)).toHaveCount(0);
    await context.setOffline(false);
    await page.getByRole("button", { name: "Pilih di peta" }).click();
    await expect(page.getByRole("link", { name: "Leaflet" })).toBeVisible();
    await expect(page.locator("#map-failed")).toBeEmpty();
  });
});

test("without scripts nothing is asked of the phone", async ({ page }) => {
  test.skip(hasScripts(), "where scripts run, the phone can be asked");
  await open(page, "/lapor");
  await expect(locate(page)).toBeHidden();
  await expect(page.locator("#latitude")).toBeHidden();
  await expect(page.getByRole("button", { name: "Pilih di peta" })).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Kabupaten atau kota" })).toBeVisible();
});
