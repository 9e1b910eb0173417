"use client";
import { useWords } from "@/app/_i18n/words-provider";

/** How many answers this browser keeps until the server has them; none is silence. */
export function WaitingCount({ count }: { count: number }) {
  const t = useWords("parts");
  return (
    <span className="waiting small" role="status">
      {count > 0 ? t("waiting", { count }) : null}
    </span>
  );
}
