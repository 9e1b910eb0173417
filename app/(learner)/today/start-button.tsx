"use client";
import { useRouter } from "next/navigation";
import { LinkButton } from "@/app/_ui/link-button";
import { useHotkeys } from "@/lib/browser/hotkeys";

/** Space or Enter anywhere on the page starts too. */
export function StartButton({ label }: { label: string }) {
  const router = useRouter();
  const start = () => router.push("/review");
  useHotkeys({ Space: start, Enter: start });
  return (
    <LinkButton look="primary" size="large" href="/review" hotkey="Space">
      {label}
    </LinkButton>
  );
}
