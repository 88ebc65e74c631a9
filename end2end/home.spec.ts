import { awake, expect, expectAccessible, open, test } from "./fixtures";

test("the first page answers with and without scripts", async ({ page }) => {
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "id");
  await expectAccessible(page);
});

test("a page read again from the browser's copy still wakes", async ({ page }) => {
  await open(page, "/");
  const answer = await page.reload();
  expect([200, 304]).toContain(answer?.status());
  await awake(page);
});

test("an address that is not ours says so", async ({ page }) => {
  const answer = await page.goto("/tidak-ada");
  expect(answer?.status()).toBe(404);
  await awake(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman ini tidak ada");
  await expectAccessible(page);
});
