"use client";
import { Note } from "@/app/_ui/note";
import type { ChangeReply } from "./actions";

/** What came of a change. The region is there beforehand, so that a screen reader hears what enters it. */
export function ChangeNote({ reply }: { reply: ChangeReply | null }) {
  return (
    <div className="change-note" aria-live="polite">
      {reply && <Note pen={reply.isDone ? "ok" : "red"}>{reply.message}</Note>}
    </div>
  );
}
