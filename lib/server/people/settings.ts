import { checkName, type NameFailure } from "@/lib/core/people/name";
import { type Person, themes } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { mostNewPerDay } from "@/lib/core/study/read-rules";
import { isZone } from "@/lib/core/study-day";
import { isLocale } from "@/lib/core/text";
import { changeAccount } from "@/lib/db/users";
import { theStore } from "../store";

export type Settings = Pick<Person, "name" | "zone" | "locale" | "theme" | "rolloverHour" | "newPerDay">;

export type SettingsFailure =
  | NameFailure
  | { kind: "zone-unknown" | "hour-outside" | "new-per-day-outside" | "bad-request" };

const isWhole = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most;

/** Changes what is named and leaves the rest. */
export async function changeSettings(
  person: Person,
  change: Partial<Settings>,
): Promise<Result<Person, SettingsFailure>> {
  const next = { ...change };
  if (next.name !== undefined) {
    const name = checkName(next.name);
    if (!name.ok) return name;
    next.name = name.value;
  }
  if (next.zone !== undefined && !isZone(next.zone)) return fail({ kind: "zone-unknown" });
  if (next.locale !== undefined && !isLocale(next.locale)) return fail({ kind: "bad-request" });
  if (next.theme !== undefined && !themes.includes(next.theme)) return fail({ kind: "bad-request" });
  const changed = { ...person, ...next };
  if (!isWhole(changed.rolloverHour, 23)) return fail({ kind: "hour-outside" });
  if (!isWhole(changed.newPerDay, mostNewPerDay)) return fail({ kind: "new-per-day-outside" });
  const { name, zone, locale, theme, rolloverHour, newPerDay } = changed;
  const kept = { name, zone, locale, theme, rolloverHour, newPerDay };
  await theStore().tx((db) => changeAccount(db, person.id, kept));
  return ok({ ...person, ...kept });
}
