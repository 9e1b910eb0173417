import { getWords } from "@/app/_i18n/get-words";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import type { Practice } from "@/lib/server/study/open-practice";
import { practiseForgotten } from "./actions";

/** Beside the day: the set that is open, or what was forgotten lately to practise. Silent when there is neither. */
export async function ChosenCards({ practice }: { practice: Promise<Practice> }) {
  const [t, { set, forgotten }] = await Promise.all([getWords("sets"), practice]);
  if (!set && forgotten === 0) return null;
  return (
    <section className="card pad chosen" aria-labelledby="chosen">
      <h2 id="chosen">{t("aside")}</h2>
      {set ? (
        <>
          <p className="small soft">
            {t(set.kind === "cram" ? "inCram" : "inReview")} {t("left", { count: set.left })}
          </p>
          <LinkButton href={`/review/set/${set.id}`}>{t("goOn")}</LinkButton>
        </>
      ) : (
        <form action={practiseForgotten}>
          <p className="small soft">{t("inCram")}</p>
          <Button type="submit">{t("forgotten", { count: forgotten })}</Button>
        </form>
      )}
    </section>
  );
}
