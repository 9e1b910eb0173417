"use server";
import { redirect } from "next/navigation";
import { currentUser } from "@/lib/server/people/current-user";
import { endSet } from "@/lib/server/study/end-set";

/** Ends the set that the learner is in. */
export async function leaveSet(): Promise<never> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  await endSet(user, Date.now());
  redirect("/today");
}
