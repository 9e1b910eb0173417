import { getWords } from "@/app/_i18n/get-words";
import { MathsText } from "@/app/_ui/maths-text";
import type { NoteFace, NoteSide } from "@/lib/core/study/review-card";
import { type Locale, locales } from "@/lib/core/text";
import type { CardDetails } from "@/lib/server/cards/open-card";

const languageWord = { ko: "inKo", en: "inEn" } as const;

/** What the card asks and answers, in the page's language first and then in the other one. */
export async function CardWords({ face, locale }: { face: CardDetails["face"]; locale: Locale }) {
  const t = await getWords("cards");
  return [...locales]
    .sort((one) => (one === locale ? -1 : 1))
    .map((language) => {
      const title = t(languageWord[language]);
      if (face.kind === "skill")
        return (
          <section key={language} className="card pad side" aria-label={title}>
            <h2>{title}</h2>
            <h3>{t("front")}</h3>
            <p lang={language}>{face.title[language]}</p>
            <h3>{t("question")}</h3>
            <p lang={language}>{face.prompt[language]}</p>
          </section>
        );
      const side = face.sides[language];
      if (!side) return null;
      return (
        <section key={language} className="card pad side" aria-label={title}>
          <h2>{title}</h2>
          <h3>{t("front")}</h3>
          <p lang={language}>
            <MathsText text={side.front} maths={side.maths} />
          </p>
          <h3>{t("backSide")}</h3>
          <p lang={language}>
            <MathsText text={side.back} maths={side.maths} />
          </p>
          <Source side={side} language={language} correction={face.correction} />
        </section>
      );
    });
}

interface SourceProps {
  side: NoteSide;
  language: Locale;
  correction: NoteFace["correction"];
}

async function Source({ side, language, correction }: SourceProps) {
  const t = await getWords("cards");
  const { file, lines, text } = side.source;
  const [from, to] = lines;
  const cited = text.filter(({ isCited }) => isCited);
  return (
    <>
      <h3>{t("written")}</h3>
      {cited.map((line) => (
        <p
          key={line.line}
          lang={language}
          className={correction?.kind === "err" ? "written wrong" : "written"}
        >
          {line.text.trim().replace(/^([-*]|#+)\s+/, "")}
        </p>
      ))}
      <p className="tiny muted">{t(from === to ? "line" : "lines", { file, from, to })}</p>
      {correction && (
        <p className="corrected">
          <span className="tag tag-red">{t("correction", { id: correction.id })}</span>{" "}
          <span lang={language}>{correction.text[language]}</span>
        </p>
      )}
    </>
  );
}
