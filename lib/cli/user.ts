/** `epoch user add` and `epoch user password`: accounts by the operator's hand. The password is read from stdin. */
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { type Role, roles } from "@/lib/core/people/person";
import { openDatabase } from "@/lib/server/open-database";
import { resetPassword } from "@/lib/server/people/change-password";
import { register } from "@/lib/server/people/register";
import { seedDefaultCourse } from "@/lib/server/seed-default-course";
import type { CommandResult } from "./notes";

const usage: CommandResult = {
  exit: 2,
  json: {
    error: {
      kind: "usage",
      message:
        "Usage: user add --email E --role student|instructor|admin --password-stdin, or user password --email E --password-stdin",
    },
  },
};

const sentences: Record<string, string> = {
  "email-invalid": "That is not an email address.",
  "email-taken": "An account with this email exists already.",
  "not-found": "No account has this email.",
  "password-short": "A password needs at least 8 characters.",
  "password-long": "A password has at most 256 characters.",
  "password-common": "That password is among the most common ones; choose another.",
};
const refuse = (kind: string, message = sentences[kind] ?? kind): CommandResult => ({
  exit: 1,
  json: { error: { kind, message } },
});

interface Options {
  email: string;
  role: Role | null;
}

function readOptions(args: string[]): Options | null {
  try {
    const options = {
      email: { type: "string" },
      role: { type: "string" },
      "password-stdin": { type: "boolean" },
    } as const;
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false });
    if (values.email === undefined || !values["password-stdin"]) return null;
    const role = roles.find((known) => known === values.role) ?? null;
    if (values.role !== undefined && role === null) return null;
    return { email: values.email, role };
  } catch {
    return null;
  }
}

export async function userCommand([verb, ...args]: string[]): Promise<CommandResult> {
  const options = readOptions(args);
  if (!options) return usage;
  const { email, role } = options;
  const isAdd = verb === "add" && role !== null;
  if (!isAdd && !(verb === "password" && role === null)) return usage;

  const opened = await openDatabase((step) => process.stderr.write(`${step}\n`));
  if (!opened.ok) return refuse(opened.error.kind, opened.error.message);
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  try {
    return isAdd ? await addUser(email, password, role) : await setPassword(email, password);
  } finally {
    await opened.value.store.close();
  }
}

async function addUser(email: string, password: string, role: Role): Promise<CommandResult> {
  const seeded = await seedDefaultCourse(Date.now());
  if (!seeded.ok) return refuse(seeded.error.kind, `${seeded.error.file}: ${seeded.error.message}`);
  const name = email.split("@")[0] ?? email;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const added = await register({ email, name, password, locale: "ko", zone }, Date.now(), role);
  if (!added.ok) return refuse(added.error.kind);
  const { id, email: kept, role: given } = added.value;
  return { exit: 0, json: { id, email: kept, role: given } };
}

async function setPassword(email: string, password: string): Promise<CommandResult> {
  const reset = await resetPassword(email, password);
  return reset.ok ? { exit: 0, json: reset.value } : refuse(reset.error.kind);
}
