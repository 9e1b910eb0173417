/** What a person does before and around a review, by role and accessible name. */
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Person } from "@/lib/core/people/person";
import { findAccount } from "@/lib/db/users";
import { sealSession, sessionIdIn } from "@/lib/server/auth/session-token";
import { register } from "@/lib/server/people/register";
import { openSession, personOfSession } from "@/lib/server/people/sessions";
import { theStore } from "@/lib/server/store";
import { sharedServer } from "./server";

export interface Account {
  email: string;
  password: string;
}

export const newAccount = (): Account => ({
  email: `${randomUUID().slice(0, 8)}@example.com`,
  password: "a long enough sentence",
});

/**
 * Makes an account in the database of the shared server, as its own code does, and signs the browser in; no page is
 * opened. The form itself is proved by the specs that use `registerByForm`.
 */
export async function createAccount(page: Page, account = newAccount()): Promise<Account> {
  const [language, zone] = await page.evaluate(() => [
    navigator.language,
    Intl.DateTimeFormat().resolvedOptions().timeZone,
  ]);
  const { url, dataDir } = sharedServer();
  const session = await withDataDir(dataDir, async () => {
    const locale = language?.startsWith("ko") ? "ko" : "en";
    const person = await register({ ...account, name: "Learner", locale, zone: zone ?? "" }, Date.now());
    if (!person.ok) throw new Error(`createAccount: ${person.error.kind}`);
    const known = await findAccount(theStore().read, { id: person.value.id });
    if (!known) throw new Error("createAccount: no account");
    const id = await theStore().tx((db) => openSession(db, known, Date.now()));
    return sealSession(known.id, id);
  });
  await page.context().addCookies([{ name: "epoch-session", value: session, url }]);
  return account;
}

/** Does something with the server's own code, on the shared server's database, as the person signed in on the page. */
export async function actAs<Value>(page: Page, act: (person: Person) => Promise<Value>): Promise<Value> {
  const { url, dataDir } = sharedServer();
  const cookie = (await page.context().cookies(url)).find(({ name }) => name === "epoch-session");
  return withDataDir(dataDir, async () => {
    const session = await sessionIdIn(cookie?.value);
    const person = session && (await personOfSession(session, Date.now()));
    if (!person) throw new Error("actAs: nobody is signed in");
    return act(person);
  });
}

/** What the server's code opens is found by the environment. */
async function withDataDir<Value>(dataDir: string, act: () => Promise<Value>): Promise<Value> {
  const before = process.env.EPOCH_DATA_DIR;
  process.env.EPOCH_DATA_DIR = dataDir;
  try {
    return await act();
  } finally {
    if (before === undefined) delete process.env.EPOCH_DATA_DIR;
    else process.env.EPOCH_DATA_DIR = before;
  }
}

/** Registers in the browser and ends on Today. */
export async function registerByForm(page: Page, account = newAccount()): Promise<Account> {
  await page.goto("/register");
  await page.getByLabel("Name", { exact: true }).fill("Learner");
  await page.getByLabel("Email").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page).toHaveURL(/\/today$/);
  return account;
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, account);
}

/** Signs in on the page that asks for it. */
export async function fillSignIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}
