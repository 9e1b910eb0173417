import { refuseAllBut } from "../../_http/refuse";
import { answerPost } from "../_answer";
import { inputOf, reviewBody } from "../_shapes";
import { recordReview } from "./_record";

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseAllBut("POST");

export function POST(request: Request): Promise<Response> {
  return answerPost(request, { form: reviewBody }, (person, body, now) => {
    const input = inputOf(body);
    // A clock that tells nothing of itself may be a day behind: what is sent alone was then made now.
    const told = input.sentAt === undefined ? { ...input, at: undefined } : input;
    return recordReview(person, told, { now, merges: false });
  });
}
