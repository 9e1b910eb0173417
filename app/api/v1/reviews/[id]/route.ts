import type { ReviewId } from "@/lib/core/ids";
import { apiCard } from "@/lib/server/study/api-card";
import { takeBack } from "@/lib/server/study/undo-review";
import { answerCall, refusal } from "../../_answer";

export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return answerCall(request, "review", async (person, now) => {
    const undone = await takeBack(person, id as ReviewId, now);
    if (!undone.ok) return refusal(undone.error.kind, person);
    const card = await apiCard(person, undone.value.cardId, now);
    return card ? { status: 200, body: card } : refusal("not-found", person);
  });
}
