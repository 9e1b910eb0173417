/** Decides what may be a name: anything a person types, on one line. */
import { fail, ok, type Result } from "../result";

export interface NameFailure {
  kind: "name-empty" | "name-long";
}

const longest = 100;

/** The name as it is kept: trimmed, one line. */
export function checkName(text: string): Result<string, NameFailure> {
  const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name === "") return fail({ kind: "name-empty" });
  return [...name].length > longest ? fail({ kind: "name-long" }) : ok(name);
}
