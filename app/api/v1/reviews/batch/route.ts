import { refuseAllBut } from "../../../_http/refuse";
import { answerPost, refusal } from "../../_answer";
import { batchBody, inputOf, reviewBody } from "../../_shapes";
import { recordOneOf } from "../_record";

const largestBody = 600_000;

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseAllBut("POST");

/** Records reviews in the order of their times; each has its own status, so that one bad review stops no other. */
export function POST(request: Request): Promise<Response> {
  return answerPost(
    request,
    { form: batchBody, largestBody, costOf: ({ reviews }) => reviews.length },
    async (person, { reviews, sentAt, merge }, now) => {
      const read = reviews.map((each, place) => ({ place, parsed: reviewBody.safeParse(each) }));
      const timeOf = ({ parsed }: (typeof read)[number]) =>
        parsed.success && parsed.data.at !== undefined ? Date.parse(parsed.data.at) : now;
      const replies: object[] = [];
      for (const { place, parsed } of [...read].sort((a, b) => timeOf(a) - timeOf(b) || a.place - b.place)) {
        const reply = parsed.success
          ? await recordOneOf(person, inputOf(parsed.data, sentAt), { now, merges: merge })
          : refusal("bad-request", person);
        const isRecorded = reply.status < 300;
        replies[place] = isRecorded
          ? { status: reply.status, review: reply.body }
          : { status: reply.status, ...reply.body };
      }
      return { status: 200, body: { reviews: replies } };
    },
  );
}
