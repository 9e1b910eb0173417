import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { readNetworkLab } from "@/lib/core/lab/network-lab";
import { currentUser } from "@/lib/server/people/current-user";
import { searchOf } from "../search-of";
import { NetworkDesk } from "./network-desk";
import "@/app/_question/question.css";
import "@/app/_stage/stage.css";
import "../lab.css";

interface LabProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("lab"))("network") };
}

export default async function NetworkLabPage({ searchParams }: LabProps) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  return (
    <Frame name={user.name} place="lab">
      <Words namespaces={["question", "stage", "lab"]}>
        <NetworkDesk first={readNetworkLab(searchOf(await searchParams))} />
      </Words>
    </Frame>
  );
}
