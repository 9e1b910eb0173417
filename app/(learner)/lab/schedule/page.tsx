import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { readScheduleLab } from "@/lib/core/lab/schedule-lab";
import { currentUser } from "@/lib/server/people/current-user";
import { searchOf } from "../search-of";
import { ScheduleDesk } from "./schedule-desk";
import "@/app/_question/question.css";
import "@/app/_stage/stage.css";
import "../lab.css";

interface LabProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("lab"))("schedule") };
}

export default async function ScheduleLabPage({ searchParams }: LabProps) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  return (
    <Frame name={user.name} place="lab">
      <Words namespaces={["question", "stage", "lab"]}>
        <ScheduleDesk first={readScheduleLab(searchOf(await searchParams))} />
      </Words>
    </Frame>
  );
}
