// One report through the house: filed on a phone, handed over, answered, confirmed, and seen in the province's numbers.
import { awake, desktop, expect, expectAccessible, open, phone, test } from "./fixtures";
import { day, expectDone, file, openFromQueue, signIn, step, story, track } from "./steps";

const question = "Bukti pembayaran PNBP belum ada. Nomornya tertulis di kuitansi bank.";
const supplied = "Nomornya 820261124001, dibayar 3 November 2026.";
const promise = "Peninjauan lokasi di Jelarai";
const answer = "Lokasi sudah ditinjau, dan pertimbangan teknis terbit. Izin dapat diambil di loket.";

test("a report is filed, handed over, answered, confirmed, rated and counted", async ({ somebody }) => {
  test.slow();
  const citizen = await somebody(phone);
  const licensing = await somebody(desktop);
  const mining = await somebody(desktop);
  const receipt = await step("a citizen files on a phone", () => file(citizen, story("Mohon kepastian tanggalnya.")));

  await step("the receipt says where it went and why", async () => {
    await expect(citizen.getByRole("heading", { name: /Dikirim ke Dinas Penanaman Modal/ })).toBeVisible();
    await expectAccessible(citizen);
  });

  await step("DPMPTSP verifies", async () => {
    await signIn(licensing, "licensing");
    await openFromQueue(licensing, "Perlu dikerjakan", receipt.code);
    await licensing.getByRole("button", { name: "Verifikasi", exact: true }).click();
    await expectDone(licensing, "Terverifikasi.");
  });

  await step("DPMPTSP offers it to DESDM", async () => {
    await licensing.getByText("Tindakan lain", { exact: true }).click();
    await licensing.getByRole("link", { name: "Tawarkan ke instansi lain" }).click();
    const dialog = licensing.getByRole("dialog", { name: "Tawarkan ke instansi lain" });
    await dialog.getByRole("combobox", { name: "Instansi yang lebih tepat" }).selectOption("DESDM");
    await dialog.getByRole("radio", { name: "Wewenang perangkat daerah lain" }).check();
    await dialog
      .getByRole("textbox", { name: "Satu kalimat untuk pelapor" })
      .fill("Pertimbangan teknis batuan dibuat oleh Dinas ESDM.");
    await expectAccessible(licensing);
    await dialog.getByRole("button", { name: "Tawarkan", exact: true }).click();
    await expectDone(licensing, "Tawaran terkirim.");
    await expect(dialog).toBeHidden();
  });

  await step("the citizen reads who holds it meanwhile", async () => {
    await track(citizen, receipt);
    await expect(citizen.getByText(/DPMPTSP menawarkan laporan ini ke .*ESDM/)).toBeVisible();
    await expect(citizen.getByText("Pertimbangan teknis batuan dibuat oleh Dinas ESDM.").first()).toBeVisible();
  });

  await step("DESDM accepts and asks for data", async () => {
    await signIn(mining, "mining");
    await openFromQueue(mining, "Menunggu kita", receipt.code);
    await mining.getByRole("button", { name: "Terima", exact: true }).click();
    await expectDone(mining, "Anda pemegang laporan ini sekarang.");
    await mining.getByRole("textbox", { name: "Tanggapan untuk pelapor" }).fill(question);
    await mining.getByRole("button", { name: "Minta data" }).click();
    await expectDone(mining, "Permintaan data terkirim.");
  });

  await step("the citizen supplies it", async () => {
    await track(citizen, receipt);
    await expect(citizen.getByText("Menunggu kelengkapan dari Anda")).toBeVisible();
    await expect(citizen.getByText(question)).toBeVisible();
    await expectAccessible(citizen);
    await citizen.getByRole("textbox", { name: "Jawab permintaan data" }).fill(supplied);
    await citizen.getByRole("button", { name: "Kirim balasan" }).click();
    await expectDone(citizen, "Terkirim.");
    await expect(citizen.getByText(supplied)).toBeVisible();
  });

  await step("DESDM replies", async () => {
    await open(mining, `/meja/${receipt.code}`);
    await expect(mining.getByText(supplied)).toBeVisible();
    await mining.getByRole("textbox", { name: "Tanggapan untuk pelapor" }).fill("Terima kasih, datanya lengkap.");
    await mining.getByRole("button", { name: "Kirim balasan" }).click();
    await expectDone(mining, "Balasan terkirim kepada pelapor.");
  });

  await step("DESDM starts, with an act and its day", async () => {
    await mining.getByRole("textbox", { name: "Tanggapan untuk pelapor" }).fill("Kami meninjau lokasi Anda.");
    await mining.getByRole("textbox", { name: "Janji kepada pelapor" }).fill(promise);
    await mining.getByLabel("Tanggal tindakan").filter({ visible: true }).fill(day(7));
    await mining.getByRole("button", { name: "Mulai tangani" }).click();
    await expectDone(mining, "Mulai ditangani.");
    await expect(mining.getByText(promise).first()).toBeVisible();
  });

  await step("DESDM answers with act, day and unit", async () => {
    await mining.getByRole("link", { name: "Jawaban akhir" }).click();
    const dialog = mining.getByRole("dialog", { name: "Jawaban akhir" });
    await dialog.getByRole("textbox", { name: "Tanggapan untuk pelapor" }).fill(answer);
    await dialog.getByRole("textbox", { name: "Tindakan yang dilakukan" }).fill("Pertimbangan teknis terbit");
    await dialog.getByLabel("Tanggal tindakan").fill(day(0));
    await dialog.getByRole("textbox", { name: "Unit yang melakukannya" }).fill("Bidang Mineral dan Batuan");
    await dialog.getByRole("button", { name: "Kirim jawaban akhir" }).click();
    await expectDone(mining, "Jawaban tersimpan.");
  });

  await step("the citizen confirms and rates", async () => {
    await track(citizen, receipt);
    await expect(citizen.getByText(answer)).toBeVisible();
    await expectAccessible(citizen);
    await citizen.getByRole("button", { name: "Ya, sudah selesai" }).click();
    await expectDone(citizen, "Terima kasih. Laporan selesai.");
    await citizen.getByRole("radio", { name: /^4/ }).check();
    await citizen.getByRole("textbox", { name: "Apa alasannya?" }).fill("Cepat setelah dialihkan.");
    await citizen.getByRole("button", { name: "Kirim penilaian" }).click();
    await expect(citizen.getByText("Penilaian Anda: 4 dari 4.")).toBeVisible();
    await awake(citizen);
  });

  await step("English keeps the place", async () => {
    await citizen.getByRole("button", { name: "English" }).click();
    await awake(citizen);
    await expect(citizen).toHaveURL(new RegExp(`/lacak/${receipt.code}`));
    await expect(citizen.locator("html")).toHaveAttribute("lang", "en");
    await expect(citizen.getByText("Your rating: 4 of 4.")).toBeVisible();
  });

  await step("the province leader reads it in the numbers", async () => {
    const leader = await somebody(desktop);
    await signIn(leader, "leader");
    await expect(leader).toHaveURL(/\/sinergi$/);
    // Nobody waits in this pair any more, so it stands folded away.
    await leader.locator("summary").filter({ hasText: "Pasangan yang tidak ditunggu" }).click();
    const pair = leader
      .getByRole("region", { name: "Pasangan yang tidak ditunggu" })
      .getByRole("row")
      .filter({ hasText: "DPMPTSP" });
    await expect(pair.getByRole("cell")).toHaveText([/ESDM/, "1", "1", "0", "0", /\d/, "0"]);
    const figures = leader.getByRole("region", { name: "Angka pokok" });
    const confirmed = figures.locator("div").filter({ has: leader.getByText("Dikonfirmasi pelapor", { exact: true }) });
    await expect(confirmed.last().getByRole("definition").first()).toHaveText("1");
    await expectAccessible(leader);
    await leader.locator("summary").filter({ hasText: "Akun" }).click();
    await leader.getByRole("button", { name: "English" }).click();
    await awake(leader);
    await expect(leader).toHaveURL(/\/sinergi$/);
    await expect(leader.getByRole("region", { name: "Key figures" })).toBeVisible();
  });
});
