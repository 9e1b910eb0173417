import { redirect } from "next/navigation";
import type { Person } from "@/lib/core/people/person";
import { currentUser } from "@/lib/server/people/current-user";

/** The person whose settings these are; anybody else is sent to sign in and comes back. */
export async function requireUser(page = "/settings"): Promise<Person> {
  const user = await currentUser();
  if (!user) redirect(`/sign-in?to=${page}`);
  return user;
}
