import { refuseAllBut } from "../../_http/refuse";
import { answerPost } from "../_answer";
import { inputOf, reviewBody } from "../_shapes";
import { recordReview } from "./_record";

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseAllBut("POST");

export function POST(request: Request): Promise<Response> {
  return answerPost(request, { form: reviewBody }, (person, body, now) =>
    recordReview(person, inputOf(body), { now, merges: false }),
  );
}
