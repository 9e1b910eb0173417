import type { ReviewId } from "@/lib/core/ids";
import { apiCard } from "@/lib/server/study/api-card";
import { takeBack } from "@/lib/server/study/undo-review";
import { refuseAllBut } from "../../../_http/refuse";
import { answerCall, refusal } from "../../_answer";

export const { GET, POST, PUT, PATCH, OPTIONS } = refuseAllBut("DELETE");

export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return answerCall(request, "review", async (person, now) => {
    const undone = await takeBack(person, id as ReviewId, now);
    if (!undone.ok) return refusal(undone.error.kind, person);
    const { cardId } = undone.value;
    // A card that left the learner's courses has no more to show, but its review is taken back all the same.
    return { status: 200, body: (await apiCard(person, cardId, now)) ?? { cardId } };
  });
}
