import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { currentUser } from "@/lib/server/people/current-user";
import { hasAnyUser } from "@/lib/server/people/register";
import { RegisterForm } from "./register-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("account"))("registerTitle") };
}

export default async function RegisterPage() {
  if (await currentUser()) redirect("/today");
  return <RegisterForm isFirst={!(await hasAnyUser())} />;
}
