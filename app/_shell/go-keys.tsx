"use client";
import { useRouter } from "next/navigation";
import { useHotkeys } from "@/lib/browser/hotkeys";

/** G, then the letter of a place. */
export function GoKeys() {
  const router = useRouter();
  useHotkeys({
    "g t": () => router.push("/today"),
    "g c": () => router.push("/concepts"),
    "g p": () => router.push("/progress"),
    "g l": () => router.push("/lab"),
    "g k": () => router.push("/cards"),
    "g n": () => router.push("/courses"),
  });
  return null;
}
