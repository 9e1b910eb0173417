import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { currentUser } from "@/lib/server/people/current-user";
import { hasAnyUser } from "@/lib/server/people/register";
import { landingOf } from "../landing";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("account"))("signIn") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ to?: string | string[] }>;
}) {
  const to = landingOf((await searchParams).to);
  if (await currentUser()) redirect(to);
  if (!(await hasAnyUser())) redirect("/register");
  return <SignInForm to={to} />;
}
