import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { messagesFor } from "@/app/_i18n/get-words";
import { WordsProvider } from "@/app/_i18n/words-provider";
import { asId, type CardId } from "@/lib/core/ids";
import type { QuestionFace, ReviewCard } from "@/lib/core/study/review-card";
import { QuestionCard } from "./question-card";

const face: QuestionFace = {
  kind: "question",
  family: "none",
  version: 1,
  seed: 1,
  params: null,
  ask: {
    prompt: { ko: "몇 개예요?", en: "How many?" },
    given: [],
    figures: [],
    answer: { kind: "choice", options: [] },
  },
};
const card = { cardId: asId<CardId>("a"), revision: 0, face } as unknown as ReviewCard & {
  face: QuestionFace;
};

test("a computed question tells why something could not be done, and what was refused", () => {
  const drawn = renderToString(
    <WordsProvider locale="en" messages={messagesFor("en", ["question", "review", "parts"])}>
      <QuestionCard
        card={card}
        isNext={false}
        locale="en"
        draft="draft"
        stopwatch={() => 0}
        submit={() => Promise.reject(new Error("nothing is sent"))}
        notice={<p>An answer was refused.</p>}
        hindrance={{ kind: "stale", message: "Answered on another device." }}
        nameSlip={() => undefined}
        lower={() => Promise.resolve(null)}
        next={() => undefined}
      />
    </WordsProvider>,
  );
  expect(drawn).toContain("An answer was refused.");
  expect(drawn.split("Answered on another device.")).toHaveLength(2);
});
