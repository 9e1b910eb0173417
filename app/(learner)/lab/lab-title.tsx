"use client";
import Link from "next/link";
import { useWords } from "@/app/_i18n/words-provider";
import type { LabName } from "@/lib/core/lab/lab-of";

/** The name of a lab, under the way back to all of them. */
export function LabTitle({ lab }: { lab: LabName }) {
  const t = useWords("lab");
  return (
    <>
      <p className="small soft lab-back">
        <Link href="/lab">{t("title")}</Link>
      </p>
      <h1>{t(lab)}</h1>
    </>
  );
}
