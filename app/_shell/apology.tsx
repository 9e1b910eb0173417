import type { ReactNode } from "react";
import { Logo } from "@/app/_ui/logo";

/** A page with nothing to show but a sentence and a way on, on graph paper. */
export function Apology({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="apology graph" id="main" tabIndex={-1}>
      <div>
        <Logo />
        <h1>{title}</h1>
        <p className="soft">{text}</p>
        {children}
      </div>
    </main>
  );
}
