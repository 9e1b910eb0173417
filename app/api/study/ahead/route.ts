import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { openAhead } from "@/lib/server/study/open-ahead";

/** Asked with POST like every call of the review page, so that nothing between keeps what it answers. */
export function POST(request: Request): Promise<Response> {
  return answerAct(request, z.object({}), (person, _, now) => openAhead(person, now));
}
