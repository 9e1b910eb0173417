import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "@/app/_i18n/words-provider";
import type { ToastProps } from "@/app/_ui/toast";
import { headWithout } from "@/lib/core/study/head-without";
import { openSession } from "@/lib/core/study/session";
import { useSayings } from "./use-sayings";

test("closing what tells of answers saved late leaves the verdict on the desk", () => {
  const closed: string[] = [];
  let toast: ToastProps | null = null;
  function Desk() {
    const review = {
      session: openSession(headWithout([], [])),
      saved: 2,
      dismiss: () => closed.push("verdict"),
      dismissSaved: () => closed.push("saved"),
    };
    toast = useSayings(review, () => undefined).toast;
    return null;
  }
  const messages = { review: { keyUndo: "Undo" }, parts: { savedLate: "saved" } };
  renderToString(
    <WordsProvider locale="en" messages={messages}>
      <Desk />
    </WordsProvider>,
  );
  expect(toast).toMatchObject({ id: "saved" });
  (toast as ToastProps | null)?.onClose?.();
  expect(closed).toEqual(["saved"]);
});
