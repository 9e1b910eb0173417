"use client";
import { type RefObject, useCallback, useRef, useState } from "react";
import type { QueueHead } from "@/lib/core/study/review-card";
import { type Move, move, openSession, type Session } from "@/lib/core/study/session";

export interface LiveSession {
  /** As it is drawn. */
  session: Session;
  /** As it is at this moment, for acts that wait in between. */
  now: RefObject<Session>;
  change: (next: Move) => void;
}

/** The session of an open review page. */
export function useSession(first: QueueHead): LiveSession {
  const [session, show] = useState(() => openSession(first));
  const now = useRef(session);
  const change = useCallback((next: Move) => {
    now.current = move(now.current, next);
    show(now.current);
  }, []);
  return { session, now, change };
}
