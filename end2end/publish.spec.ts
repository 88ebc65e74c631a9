// A report that everybody reads: published by an officer with its number masked, supported by a neighbour who was
// about to file the same, answered in public, and taken back. With scripts and without.
import { desktop, expect, expectAccessible, open, phone, test } from "./fixtures";
import { expectDone, file, openFromQueue, signIn, step, story } from "./steps";

test("a report is published masked, supported and taken back", async ({ somebody }) => {
  test.slow();
  const citizen = await somebody(phone);
  const officer = await somebody(desktop);
  const neighbour = await somebody(phone);
  const receipt = await step("a citizen files", () => file(citizen, story("Pak Joko di loket menyuruh menunggu."), "keep"));

  await step("nobody else reads it", async () => {
    const answer = await neighbour.goto(`/laporan/${receipt.code}`);
    expect(answer!.status()).toBe(404);
  });

  await step("the officer verifies and publishes what the masking offers", async () => {
    await signIn(officer, "licensing");
    await openFromQueue(officer, "Perlu dikerjakan", receipt.code);
    // On a slow line the dialog is asked for before the case that offers it has come; it opens with it.
    await officer.route("**/api/desk/case*", async (request) => {
      await new Promise((go) => setTimeout(go, 1500));
      await request.continue();
    });
    await officer.getByRole("button", { name: "Verifikasi", exact: true }).click();
    await expectDone(officer, "Terverifikasi.");
    await open(officer, `/meja/${receipt.code}#terbitkan`);
    const dialog = officer.getByRole("dialog", { name: "Terbitkan untuk umum" });
    await expect(dialog.getByRole("textbox", { name: "Teks publik" })).toHaveValue(/Pak … di loket/);
    await expectAccessible(officer);
    await dialog.getByRole("textbox", { name: "Judul publik" }).fill("Izin batuan di Jelarai belum dijawab");
    await dialog.getByRole("button", { name: "Terbitkan untuk umum" }).click();
    await expectDone(officer, "Terbit.");
  });

  await step("a neighbour finds it, and supports it instead of filing again", async () => {
    await open(neighbour, "/laporan");
    await neighbour.getByRole("link", { name: "Izin batuan di Jelarai belum dijawab" }).first().click();
    await expect(neighbour.getByRole("heading", { level: 1 })).toHaveText("Izin batuan di Jelarai belum dijawab");
    await expect(neighbour.getByText("Markus")).toHaveCount(0);
    await expectAccessible(neighbour);
    await neighbour.getByRole("button", { name: "Saya juga" }).click();
    await expect(neighbour.getByText("1 warga mendukung laporan ini")).toBeVisible();
  });

  await step("the officer takes it back, and it is gone", async () => {
    await open(officer, `/meja/${receipt.code}#tarik`);
    const dialog = officer.getByRole("dialog", { name: "Tarik terbitan" });
    await dialog.getByRole("textbox", { name: "Alasan" }).fill("Perlu disunting lagi.");
    await dialog.getByRole("button", { name: "Tarik terbitan" }).click();
    await expectDone(officer, "Terbitan ditarik.");
    const answer = await neighbour.goto(`/laporan/${receipt.code}`);
    expect(answer!.status()).toBe(404);
  });
});
