// Where it happened: the phone is asked, refuses, is far away; a point is written by hand, kept, and taken out again.
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

test("without scripts nothing is asked of the phone", async ({ page }) => {
  test.skip(hasScripts(), "where scripts run, the phone can be asked");
  await open(page, "/lapor");
  await expect(locate(page)).toBeHidden();
  await expect(page.locator("#latitude")).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Kabupaten atau kota" })).toBeVisible();
});
