"use client";
import { useRouter } from "next/navigation";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import type { FitProgress } from "@/lib/server/fit/fit-job";
import type { KindWeights } from "@/lib/server/fit/open-memory";
import { actOnFit } from "./actions";
import { MovesDays } from "./moves-days";
import { useFitShare } from "./use-fit-share";

interface FitFormProps {
  weights: KindWeights;
  progress: FitProgress;
  /** What the last fit came to, in one sentence. */
  result: string | null;
  least: number;
}

/** The weights of one kind of cards: where they stand, a fit to begin and to stop, and one to undo. */
export function FitForm({ weights, progress, result, least }: FitFormProps) {
  const { kind, items, missing, isOwn, canUndo } = weights;
  const t = useWords("memory");
  const router = useRouter();
  const isRunning = progress.running?.kind === kind;
  const share = useFitShare(isRunning ? progress.running : null);
  const { submit, isBusy, errorOf } = useSubmit(async (form) => {
    const reply = await actOnFit(form);
    router.refresh();
    return reply;
  }, t("failed"));
  const failed = errorOf("") ?? (progress.broken === kind ? t("broken") : null);
  const name = t(`kind-${kind}`);
  const canFit = missing === 0;
  return (
    <form className="card pad" method="post" onSubmit={submit} aria-label={name}>
      <h3>{name}</h3>
      <input type="hidden" name="kind" value={kind} />
      <div>
        <p>{t(isOwn ? "uses-own" : "uses-usual")}</p>
        <p role="status">{isRunning ? null : result}</p>
        <p className="soft small">
          {canFit ? t("items", { items }) : t("missing", { items, missing, least })}
        </p>
      </div>
      {isRunning ? (
        <div>
          <progress max={1} value={share} aria-label={t("fitting")} />
          <p className="soft small">{t("running")}</p>
        </div>
      ) : null}
      {failed && !isRunning ? <Note pen="red">{failed}</Note> : null}
      {(canFit || canUndo) && !isRunning ? <MovesDays /> : null}
      <div className="settings-row fit-acts">
        {canFit ? (
          <Button type="submit" name="act" value={isRunning ? "stop" : "begin"} aria-disabled={isBusy}>
            {isRunning ? t("stop") : t(`fit-${kind}`)}
          </Button>
        ) : null}
        {canUndo && !isRunning ? (
          <Button type="submit" look="quiet" name="act" value="undo" aria-disabled={isBusy}>
            {t(`undo-${kind}`)}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
