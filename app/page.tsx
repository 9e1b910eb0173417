import { redirect } from "next/navigation";
import { currentUser } from "@/lib/server/people/current-user";

export default async function Home() {
  redirect((await currentUser()) ? "/today" : "/sign-in");
}
