import { randomUUID } from "node:crypto";
import { asId, type UserId } from "@/lib/core/ids";
import { isEmail, normaliseEmail } from "@/lib/core/people/email";
import { checkName, type NameFailure } from "@/lib/core/people/name";
import { checkPassword, type PasswordFailure } from "@/lib/core/people/password";
import type { Person, Role } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { isZone } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import { courseBySlug, enrol } from "@/lib/db/courses";
import { type Account, addAccount, hasAccounts } from "@/lib/db/users";
import { defaultCourseSlug } from "../default-course";
import { theStore } from "../store";
import { hashPassword } from "./hash-password";
import { limitTries, type Throttled } from "./limit-tries";
import { personOf } from "./person-of";

export interface Registration {
  email: string;
  name: string;
  password: string;
  locale: Locale;
  /** Zone of the browser; one that is not known becomes UTC. */
  zone: string;
}

export type RegistrationFailure = { kind: "email-invalid" | "email-taken" } | NameFailure | PasswordFailure;

/** Whether anybody has an account here yet. */
export const hasAnyUser = (): Promise<boolean> => hasAccounts(theStore().read);

/**
 * Makes an account that studies the default course. The first one is the administrator and may teach; later ones are
 * students, unless the command line asks for another `role`.
 */
export async function register(
  input: Registration,
  now: number,
  role?: Role,
): Promise<Result<Person, RegistrationFailure>> {
  const email = normaliseEmail(input.email);
  if (!isEmail(email)) return fail({ kind: "email-invalid" });
  const name = checkName(input.name);
  if (!name.ok) return name;
  const password = checkPassword(input.password);
  if (!password.ok) return password;

  const account: Account = {
    id: asId<UserId>(randomUUID()),
    email,
    name: name.value,
    passwordHash: await hashPassword(password.value),
    role: role ?? "student",
    zone: isZone(input.zone) ? input.zone : "UTC",
    locale: input.locale,
    theme: "system",
    rolloverHour: 4,
    newPerDay: 20,
    reviewsPerDay: 200,
    rules: {},
    extra: null,
    weights: {},
    feedHash: null,
    sessionVersion: 0,
    createdAt: now,
  };
  return theStore().tx(async (db) => {
    if (role === undefined && !(await hasAccounts(db))) account.role = "admin";
    if (!(await addAccount(db, account))) return fail({ kind: "email-taken" });
    const course = await courseBySlug(db, defaultCourseSlug);
    if (course) await enrol(db, account.id, course.id, now);
    return ok(personOf(account));
  });
}

/** A registration over the web: the same, but one network address cannot go on making accounts without a pause. */
export const registerVisitor = (
  input: Registration,
  address: string | null,
  now: number,
): Promise<Result<Person, RegistrationFailure | Throttled>> =>
  limitTries({ registration: address }, now, () => register(input, now));
