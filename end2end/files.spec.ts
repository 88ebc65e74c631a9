// A photo with a report and another with a reply, with scripts and without; the desk sees both, without what was in them.
import { readFileSync } from "node:fs";
import { desktop, expect, expectAccessible, hasScripts, open, phone, test } from "./fixtures";
import { expectDone, fillReport, openFromQueue, readReceipt, send, signIn, step, story, track } from "./steps";

const photo = "files/src/tests/fixtures/photo.jpg";
const letter = "files/src/tests/fixtures/document.pdf";
const picture = "files/src/tests/fixtures/photo.png";

test("a photo goes with a report and another with a reply, and both are seen", async ({ somebody }) => {
  const citizen = await somebody(phone);
  const licensing = await somebody(desktop);

  await step("a form that is only checked keeps the photo that arrived", async () => {
    await open(citizen, "/lapor");
    // With scripts the photo stays on the phone until the report is sent.
    if (hasScripts()) return;
    await citizen.getByLabel("Pilih foto, PDF, atau video pendek").setInputFiles(photo);
    await citizen.getByRole("button", { name: "Periksa dulu" }).click();
    await expect(citizen.getByRole("button", { name: "Hapus photo.jpg" })).toBeVisible();
  });

  const receipt = await step("the report is filed with it", async () => {
    await fillReport(citizen, story("Fotonya saya lampirkan."), hasScripts() ? [photo] : []);
    await expectAccessible(citizen);
    await send(citizen);
    return readReceipt(citizen);
  });

  await step("the citizen sees it, and replies with another", async () => {
    await track(citizen, receipt);
    await expect(citizen.getByRole("link", { name: /photo\.jpg/ })).toBeVisible();
    await citizen.getByRole("textbox", { name: "Tulis balasan atau tambahan" }).fill("Ini foto yang kedua.");
    await citizen.getByLabel("Pilih foto, PDF, atau video pendek").setInputFiles(picture);
    await citizen.getByRole("button", { name: "Kirim balasan" }).click();
    await expectDone(citizen, "Terkirim. Balasan Anda ada di percakapan.");
    await expect(citizen.getByRole("link", { name: /photo\.png/ })).toBeVisible();
    await expectAccessible(citizen);
  });

  await step("the desk sees both, and what is served tells nothing", async () => {
    await signIn(licensing, "licensing");
    await openFromQueue(licensing, "Perlu dikerjakan", receipt.code);
    const links = licensing.locator("a.file");
    await expect(links).toHaveCount(2);
    for (const link of await links.all()) {
      const answer = await licensing.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
      expect(answer.headers()["content-security-policy"]).toContain("sandbox");
      expect((await answer.body()).includes("PLANTED")).toBe(false);
    }
    expect(readFileSync(photo).includes("PLANTED")).toBe(true);
  });

  await step("an officer replies with a document, and the citizen opens it", async () => {
    const reply = licensing.locator("form#reply-form");
    await reply.getByRole("textbox", { name: "Tanggapan untuk pelapor" }).fill("Surat pengantarnya kami lampirkan.");
    await reply.getByLabel("Pilih foto, PDF, atau video pendek").setInputFiles(letter);
    await expectAccessible(licensing);
    await reply.getByRole("button", { name: "Kirim balasan" }).click();
    await expectDone(licensing, "Balasan terkirim kepada pelapor.");
    await expect(licensing.getByRole("link", { name: /document\.pdf/ })).toBeVisible();
    await expect(licensing.getByText("Berkas yang sudah kami terima")).toHaveCount(0);
    await track(citizen, receipt);
    const link = citizen.getByRole("link", { name: /document\.pdf/ });
    await expect(link).toBeVisible();
    const answer = await citizen.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
