"use client";
import { useRouter } from "next/navigation";
import { useChange } from "@/lib/browser/use-change";

/** Draws an open page anew when what it tells changes by itself. Both instants are by the server's clock. */
export function RefreshOnChange({ asOf, changesAt }: { asOf: number; changesAt: number }) {
  const router = useRouter();
  useChange(asOf, changesAt, async () => {
    // Without a server the page would be given up for one that explains its absence.
    const { ok } = await fetch("/api/health").catch(() => ({ ok: false }));
    if (ok) router.refresh();
    return ok;
  });
  return null;
}
