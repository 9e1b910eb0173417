/** What a person does before and around a review, by role and accessible name. */
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

export interface Account {
  email: string;
  password: string;
}

export const newAccount = (): Account => ({
  email: `${randomUUID().slice(0, 8)}@example.com`,
  password: "a long enough sentence",
});

/** Registers in the browser and ends on Today. */
export async function createAccount(page: Page, account = newAccount()): Promise<Account> {
  await page.goto("/register");
  await page.getByLabel("Name", { exact: true }).fill("Learner");
  await page.getByLabel("Email").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page).toHaveURL(/\/today$/);
  return account;
}

export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}
