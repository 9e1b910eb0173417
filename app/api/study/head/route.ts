import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { ok } from "@/lib/core/result";
import { openHead } from "@/lib/server/study/open-head";
import { setShape } from "../_answer-shape";

/** What a review page shows next, for one that lay open while things changed elsewhere. */
export function POST(request: Request): Promise<Response> {
  return answerAct(request, z.object({ set: setShape }), async (person, { set }, now) =>
    ok({ head: await openHead(person, now, { set }) }),
  );
}
