"use client";
import { useState } from "react";
import { FeedForm } from "./feed-form";
import { PasswordForm } from "./password-form";

/** What opens the account: the calendar's address and the password, whose change can take the address along. */
export function AccessForms({ email, hasFeed }: { email: string; hasFeed: boolean }) {
  const [ended, setEnded] = useState(0);
  return (
    <>
      <FeedForm key={ended} hasFeed={hasFeed && ended === 0} />
      <PasswordForm email={email} onKeysEnded={() => setEnded(ended + 1)} />
    </>
  );
}
