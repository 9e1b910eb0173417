"use client";
import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";

/** What a form's act answers: the first thing to correct, with the name of its field, or a word that all went well. */
export interface Reply {
  error: { field: string; message: string } | null;
  done?: string;
}

/**
 * Sends a form without leaving the page: what was typed stays, and the field to correct gets the focus. `onLeave` runs
 * when the act succeeded and goes to another page.
 */
export function useSubmit(
  act: (form: FormData) => Promise<Reply>,
  unreachable: string,
  onLeave?: () => Promise<void>,
) {
  const [reply, setReply] = useState<Reply | null>(null);
  const [isBusy, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    // The button that was pressed is part of what is sent.
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (isBusy) return;
    startTransition(async () => {
      try {
        const answer = await act(new FormData(form, submitter));
        setReply(answer);
        const wrong = form.elements.namedItem(answer.error?.field ?? "");
        if (wrong instanceof HTMLElement) wrong.focus();
        if (answer.done)
          for (const input of form.querySelectorAll<HTMLInputElement>("[type=password]")) input.value = "";
      } catch (error) {
        try {
          unstable_rethrow(error);
        } catch (leaving) {
          await onLeave?.();
          throw leaving;
        }
        setReply({ error: { field: "", message: unreachable } });
      }
    });
  };
  /** The sentence for one field; "" is the form as a whole. */
  const errorOf = (field: string): string | null =>
    reply?.error?.field === field ? reply.error.message : null;
  return { submit, isBusy, errorOf, done: isBusy ? null : (reply?.done ?? null) };
}
