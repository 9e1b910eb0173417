import type { ReactNode } from "react";
import { Icon } from "./icon";

const looks = { red: "warning", ok: "check" } as const;

/** A sentence that matters, with its mark. Errors interrupt a screen reader, good news waits its turn. */
export function Note({ pen, children }: { pen: keyof typeof looks; children: ReactNode }) {
  return (
    <div className={`note note-${pen}`} role={pen === "red" ? "alert" : "status"}>
      <Icon name={looks[pen]} />
      <div>{children}</div>
    </div>
  );
}
