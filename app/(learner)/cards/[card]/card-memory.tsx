import { formatDay, formatTime } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import { Meter } from "@/app/_ui/meter";
import type { Locale } from "@/lib/core/text";
import type { CardDetails } from "@/lib/server/cards/open-card";
import { stateWord } from "../state-word";
import { CardCurve } from "./card-curve";
import { curvePoints } from "./curve-points";

interface MemoryProps {
  card: CardDetails;
  now: number;
  locale: Locale;
}

const roundTenth = (value: number) => Math.round(value * 10) / 10;

/** What is remembered of the card, in numbers and as a curve. */
export async function CardMemory({ card, now, locale }: MemoryProps) {
  const t = await getWords("cards");
  const { memory, calendar } = card;
  const curve = memory && curvePoints(memory, now, card);
  const bold = (chunks: React.ReactNode) => <b className="num">{chunks}</b>;
  const dueAt = card.state === "suspended" ? null : (memory?.dueAt ?? null);
  return (
    <section className="card pad memory" aria-labelledby="memory">
      <div className="head">
        <h2 id="memory">{t("memory")}</h2>
        <span className={card.state === "suspended" ? "tag tag-mark" : "tag"}>
          {t(stateWord[card.state])}
        </span>
      </div>
      {memory ? (
        <dl className="facts">
          <dt>{t("recall")}</dt>
          <dd>
            <Meter share={card.recall} /> <b className="num">{Math.round(card.recall * 100)}%</b>
          </dd>
          <dt>{t("stability")}</dt>
          <dd>{t.rich("stabilityDays", { days: roundTenth(memory.stability), b: bold })}</dd>
          <dt>{t("difficulty")}</dt>
          <dd>
            <b className="num">{roundTenth(memory.difficulty)}</b>/10
          </dd>
          <dt>{t("nextDue")}</dt>
          <dd>
            {dueAt === null
              ? t("notScheduled")
              : memory.dueDay === null
                ? `${formatDay(dueAt, locale, calendar.zone)} ${formatTime(dueAt, calendar.zone)}`
                : formatDay(dueAt, locale, calendar.zone)}
          </dd>
          <dt>{t("seen")}</dt>
          <dd>{t.rich("times", { count: memory.reps, b: bold })}</dd>
          <dt>{t("lapses")}</dt>
          <dd>{t.rich("times", { count: memory.lapses, b: bold })}</dd>
        </dl>
      ) : (
        <p className="soft">{t("neverSeen")}</p>
      )}
      {curve && (
        <>
          <div className="curve-head">
            <h3>{t("curve")}</h3>
            <p className="tiny muted">{t("curveAxis")}</p>
          </div>
          <CardCurve curve={curve} locale={locale} zone={calendar.zone} />
        </>
      )}
    </section>
  );
}
