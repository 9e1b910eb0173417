import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "@/app/_i18n/get-locale";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import { familyOf } from "@/lib/core/questions/registry";
import { createRng } from "@/lib/core/rng";
import { currentUser } from "@/lib/server/people/current-user";
import { readPractice } from "../practice-address";
import { PracticeDesk } from "../practice-desk";
import "../practice.css";

interface PracticeProps {
  params: Promise<{ family: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PracticeProps): Promise<Metadata> {
  const [{ family }, locale] = await Promise.all([params, getLocale()]);
  return { title: familyOf(family)?.title[locale] ?? "" };
}

/** One question of a family, free of the schedule; its seed, level and separated slip stand in the address. */
export default async function PracticePage({ params, searchParams }: PracticeProps) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const family = familyOf((await params).family);
  if (!family) notFound();
  const { seed, level, slip } = readPractice(family, await searchParams);
  const variant = drawVariant(family, seed, level, slip ?? undefined);
  const nextSeed = createRng(seed).int(0, 2 ** 31 - 1);
  return (
    <Frame name={user.name} place="lab">
      <Words namespaces={["question", "stage", "practice"]}>
        <PracticeDesk
          key={`${seed} ${level} ${slip ?? ""}`}
          asked={{ family: family.id, params: variant.params, ask: family.ask(variant.params) }}
          title={family.title}
          levels={family.levels}
          address={{ seed, level, slip }}
          nextSeed={nextSeed}
        />
      </Words>
    </Frame>
  );
}
