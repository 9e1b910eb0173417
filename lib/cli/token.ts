/** `epoch token add`: a key to the HTTP API for one account. */
import { parseArgs } from "node:util";
import { tokenScopes } from "@/lib/core/people/token-scope";
import { openDatabase } from "@/lib/server/open-database";
import { makeTokenFor } from "@/lib/server/people/tokens";
import type { CommandResult } from "./notes";

const usage: CommandResult = {
  exit: 2,
  json: {
    error: { kind: "usage", message: "Usage: token add --email E [--name N] [--scope read|review …]" },
  },
};
const sentences = {
  "not-found": "No account has this email.",
  "name-empty": "A key needs a name.",
  "name-long": "The name of a key has at most 60 characters.",
  "too-many-tokens": "This account has 20 keys already; revoke one first.",
} as const;
const refuse = (kind: string, message: string): CommandResult => ({
  exit: 1,
  json: { error: { kind, message } },
});

function readOptions(args: string[]) {
  try {
    const options = {
      email: { type: "string" },
      name: { type: "string" },
      scope: { type: "string", multiple: true },
    } as const;
    const { email, name = "command line", scope = tokenScopes } = parseArgs({ args, options }).values;
    const scopes = tokenScopes.filter((known) => scope.includes(known));
    const areKnown = scope.every((each) => tokenScopes.some((known) => known === each));
    return email === undefined || !areKnown ? null : { email, name, scopes };
  } catch {
    return null;
  }
}

export async function tokenCommand([verb, ...args]: string[]): Promise<CommandResult> {
  const options = verb === "add" ? readOptions(args) : null;
  if (!options) return usage;
  const opened = await openDatabase((step) => process.stderr.write(`${step}\n`));
  if (!opened.ok) return refuse(opened.error.kind, opened.error.message);
  try {
    const { email, ...wanted } = options;
    const made = await makeTokenFor(email, wanted, Date.now());
    return made.ok
      ? { exit: 0, json: { token: made.value.token } }
      : refuse(made.error.kind, sentences[made.error.kind]);
  } finally {
    await opened.value.store.close();
  }
}
